package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.connect.AsterismClient;
import org.asterism.itests.harness.HubPage;
import org.asterism.itests.harness.Logs;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.asterism.messaging.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of two who listen to the same sender does not get on; the other one hears everything, and soon. */
@ExtendWith(SharedStar.class)
class SlowConsumerIsCutOff {

    private static final Logger LOG = LoggerFactory.getLogger(SlowConsumerIsCutOff.class);
    private static final String SLOW = "client/slow";
    private static final int PAYLOAD = 8 << 10;
    private static final int MESSAGES = 10_000;
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final AtomicLong heard = new AtomicLong();
    private final AtomicBoolean inOrder = new AtomicBoolean(true);
    private final AtomicBoolean shownAsSlow = new AtomicBoolean();
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    @Timeout(180)
    void theOthersHearEverythingMeanwhile(Star star) throws Exception {
        Logs logs = star.logs();
        HubPage hub = star.hubPage(1);
        long cutBefore = cut(hub);
        try (AsterismClient sender = join(star, "client/sender");
                AsterismClient fast = join(star, "client/fast");
                AsterismClient slow = join(star, SLOW)) {
            fast.messages().listen("flood", this::hear);
            slow.messages().listen("flood", message -> block());
            await("both listen").atMost(LIMIT).until(() -> isHeardByBoth(sender));

            long begin = System.nanoTime();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(sender));
            try {
                await("the slow one is cut off").atMost(LIMIT).until(() -> {
                    shownAsSlow.compareAndSet(
                            false, hub.member(SLOW).at("/connection/slow").asBoolean());
                    return cut(hub) > cutBefore;
                });
                Duration cutAfter = Duration.ofNanos(System.nanoTime() - begin);
                sending.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
                await("everything is heard").atMost(LIMIT).until(() -> heard.get() >= MESSAGES);
                LOG.info(
                        "A slow consumer was cut off after {} ms; the other had {} messages of {} bytes after {} ms",
                        cutAfter.toMillis(),
                        heard.get(),
                        PAYLOAD,
                        Duration.ofNanos(System.nanoTime() - begin).toMillis());
            } finally {
                gate.countDown();
            }
            assertThat(inOrder).as("the fast one hears in order").isTrue();
            assertThat(shownAsSlow).as("/cluster shows the slow one").isTrue();
            assertThat(logs.of("hub"))
                    .anyMatch(line -> line.contains("Member " + SLOW + " is slow"))
                    .anyMatch(line -> line.contains("Member " + SLOW + " is cut off, too slow"));
        }
        assertThat(logs.errorsExcept()).isEmpty();
    }

    private void hear(Message message) {
        long number = ByteBuffer.wrap(message.payload()).getLong();
        if (number > 0 && heard.incrementAndGet() != number) {
            inOrder.set(false);
        }
    }

    private void block() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The hub knows of both that they listen. */
    private static boolean isHeardByBoth(AsterismClient sender) {
        return sender.cluster().view().members().stream()
                        .filter(member -> member.id().value().matches("client/(slow|fast)"))
                        .count()
                == 2;
    }

    private static void send(AsterismClient sender) {
        for (long number = 1; number <= MESSAGES; number++) {
            sender.messages()
                    .room()
                    .toCompletableFuture()
                    .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
            sender.messages()
                    .publish(
                            "flood",
                            ByteBuffer.allocate(PAYLOAD).putLong(number).array());
        }
    }

    private static long cut(HubPage hub) {
        return hub.cluster().at("/hub/slowConsumersCut").asLong();
    }

    private static AsterismClient join(Star star, String id) throws Exception {
        return AsterismClient.builder()
                .hubs(List.of(star.hubUrl(1)))
                .secret(Files.readString(star.secret()).strip())
                .id(id)
                .connect();
    }
}
