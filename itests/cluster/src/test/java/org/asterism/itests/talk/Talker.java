package org.asterism.itests.talk;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.connect.AsterismClient;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.Recipients;

/**
 * One member that talks: to each of the others, to all of its kind, and to everyone who listens. That another talker leaves or
 * is lost is wrong, for all of them live.
 */
final class Talker implements AutoCloseable {

    private static final String DIRECT = "direct";
    private static final String KIND = "kind";
    private static final String ALL = "all";
    private static final int PAUSE_MILLIS = 5;
    private static final int MAX_BURST = 3;

    private final AsterismClient client;
    private final List<MemberId> others;
    private final Account account = new Account();
    private final ScheduledExecutorService speaker = Executors.newSingleThreadScheduledExecutor();

    private Talker(AsterismClient client, List<String> others) {
        this.client = client;
        this.others = others.stream().map(MemberId::new).toList();
    }

    static Talker join(List<String> hubs, String secret, String id, List<String> others) throws InterruptedException {
        AsterismClient client = AsterismClient.builder()
                .hubs(hubs)
                .secret(secret)
                .id(id)
                .connectTimeout(Duration.ofSeconds(20))
                .connect();
        Talker talker = new Talker(client, others);
        talker.listen();
        return talker;
    }

    private void listen() {
        for (String channel : List.of(DIRECT, KIND, ALL)) {
            client.messages().listen("talk." + channel, message -> account.hear(channel, message));
        }
        account.connected(client.cluster().view().epoch());
        client.cluster().subscribe((event, before, after) -> happened(event));
    }

    private void happened(ClusterEvent event) {
        if (event instanceof ClusterEvent.HubConnected connected) {
            account.connected(connected.epoch());
        } else if (event instanceof ClusterEvent.MemberLost lost
                && others.contains(lost.member().id())) {
            account.wrong(lost.member().id() + " was lost: " + lost.cause());
        } else if (event instanceof ClusterEvent.MemberLeft left
                && others.contains(left.member().id())) {
            account.wrong(left.member().id() + " has left");
        }
    }

    void start(long seed) {
        Random random = new Random(seed);
        var unused = speaker.scheduleWithFixedDelay(() -> speak(random), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** It finishes its sentence. */
    void stop() throws InterruptedException {
        speaker.shutdown();
        if (!speaker.awaitTermination(10, TimeUnit.SECONDS)) {
            account.wrong("it does not stop talking");
        }
    }

    private void speak(Random random) {
        try {
            MessageService messages = client.messages();
            if (!messages.room().toCompletableFuture().isDone()) {
                return; // the hub is away for long: say it later
            }
            for (int i = random.nextInt(MAX_BURST); i >= 0; i--) {
                for (MemberId other : others) {
                    messages.send(other, "talk." + DIRECT, account.next(DIRECT + " " + other, random));
                }
                messages.send(Recipients.ofKind(MemberKind.CLIENT), "talk." + KIND, account.next(KIND, random));
                messages.publish("talk." + ALL, account.next(ALL, random));
            }
        } catch (RuntimeException e) {
            account.wrong("it cannot speak: " + e);
        }
    }

    Tally tally() {
        return account.tally(client.cluster().view());
    }

    @Override
    public void close() {
        speaker.shutdownNow();
        client.close();
    }
}
