package org.asterism.hub.internal.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.client.internal.artemis.ArtemisLink;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.Message;
import org.asterism.messaging.MessageService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The hub is stopped and started again and again while members talk: everything arrives once and in order. */
@Timeout(180)
class RestartsLoseNothingTest {

    private static final int RESTARTS = Integer.getInteger("asterism.restarts", 20);
    private static final List<String> IDS = List.of("a", "b", "c");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final AtomicBoolean over = new AtomicBoolean();
    private final Map<String, List<Long>> heard = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> sent = new HashMap<>();

    @Test
    void everyMessageArrivesOnceAndInOrder() throws Exception {
        long seed = Long.getLong("asterism.seed", System.nanoTime());
        Random random = new Random(seed);
        ExecutorService senders = Executors.newFixedThreadPool(IDS.size());
        try (RealStar star = new RealStar(Duration.ofSeconds(3))) {
            Map<String, ArtemisLink> links = join(star);
            links.forEach((id, link) -> senders.execute(() -> talk(id, link)));
            for (int i = 0; i < RESTARTS; i++) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(150)); // the moment of the restart is what varies
                star.stopHub();
                star.startHub();
                await().atMost(SOON).until(() -> links.values().stream()
                        .noneMatch(link -> link.member().view().stale()));
            }
            over.set(true);
            senders.shutdown();
            assertThat(senders.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            await().atMost(SOON).untilAsserted(() -> assertEverythingArrived(seed));
        } finally {
            over.set(true);
            senders.shutdownNow();
        }
    }

    private Map<String, ArtemisLink> join(RealStar star) {
        Map<String, ArtemisLink> links = new HashMap<>();
        for (String id : IDS) {
            ArtemisLink link = star.join(id);
            links.put(id, link);
            link.member().messages().listen("direct", message -> hear("direct", id, message));
            link.member().messages().listen("all.#", message -> hear("all", id, message));
        }
        await().atMost(SOON).until(() -> links.values().stream()
                .allMatch(link -> link.member().view().members().size() == IDS.size()));
        for (String id : IDS) {
            IDS.forEach(to -> sent.put("direct " + id + " " + to, new AtomicLong()));
            sent.put("all " + id, new AtomicLong());
        }
        return links;
    }

    private void hear(String channel, String at, Message message) {
        heard.computeIfAbsent(channel + " " + message.sender() + " " + at, key -> new ArrayList<>())
                .add(ByteBuffer.wrap(message.payload()).getLong());
    }

    private void talk(String id, ArtemisLink link) {
        MessageService messages = link.member().messages();
        while (!over.get()) {
            for (String to : others(id)) {
                messages.send(new MemberId(to), "direct", number(sent.get("direct " + id + " " + to)));
            }
            messages.publish("all.news", number(sent.get("all " + id)));
            messages.room()
                    .toCompletableFuture()
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        }
    }

    private static List<String> others(String id) {
        return IDS.stream().filter(other -> !other.equals(id)).toList();
    }

    private static byte[] number(AtomicLong counter) {
        return ByteBuffer.allocate(Long.BYTES)
                .putLong(counter.incrementAndGet())
                .array();
    }

    private void assertEverythingArrived(long seed) {
        for (String from : IDS) {
            for (String to : others(from)) {
                assertArrived(seed, "direct " + from + " " + to, sent.get("direct " + from + " " + to));
            }
            for (String to : IDS) {
                assertArrived(seed, "all " + from + " " + to, sent.get("all " + from));
            }
        }
    }

    private void assertArrived(long seed, String channel, AtomicLong count) {
        List<Long> numbers = List.copyOf(heard.getOrDefault(channel, List.of()));
        assertThat(numbers.size()).as("%s, asterism.seed=%s", channel, seed).isEqualTo((int) count.get());
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).as("%s, asterism.seed=%s", channel, seed).isEqualTo(i + 1L);
        }
    }
}
