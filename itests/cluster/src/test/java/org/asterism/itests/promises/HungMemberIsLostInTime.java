package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.MemberId;
import org.asterism.connect.AsterismClient;
import org.asterism.itests.harness.Customers;
import org.asterism.itests.harness.HubEvents;
import org.asterism.itests.harness.Logs;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process that hangs keeps its sockets open: only time can tell. The time is 3 s; the bounds are for a busy machine. */
@ExtendWith(SharedStar.class)
class HungMemberIsLostInTime {

    private static final Logger LOG = LoggerFactory.getLogger(HungMemberIsLostInTime.class);
    private static final Duration TTL = Duration.ofSeconds(3);
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final MemberId ECHO = new MemberId("client/echo");

    @Test
    void aServerNode(Star star) throws Exception {
        Status before = star.status();
        Logs logs = star.logs();
        ProcessHandle node = star.process("b/1");
        AtomicLong slowest = new AtomicLong();

        try (HubEvents events = HubEvents.of(star.hubPage(1));
                AsterismClient echo = join(star, ECHO.value());
                AsterismClient caller = join(star, "client/caller")) {
            echo.messages().serve("echo", request -> CompletableFuture.completedStage(request.payload()));
            call(caller);
            long paused = System.nanoTime();
            Signals.pause(node);
            try {
                await("b/1 is lost while the others talk").atMost(BOUND).until(() -> {
                    slowest.accumulateAndGet(call(caller), Math::max);
                    return events.typesOf("b/1").contains("member-lost");
                });
            } finally {
                Signals.resume(node);
            }
            Duration lostAfter =
                    Duration.ofNanos(events.await("member-lost", "b/1", BOUND).nanos() - paused);
            events.await("member-joined", "b/1", BOUND);

            LOG.info(
                    "A hung server node was lost after {} ms; the slowest request of others took {} ms meanwhile",
                    lostAfter.toMillis(),
                    slowest.get());
            assertThat(lostAfter).isGreaterThan(TTL.minusSeconds(1)).isLessThan(BOUND);
            assertThat(events.typesOf("b/1")).doesNotContain("member-left", "member-died");
        }

        Status after = star.awaitStatus(
                "b/1 is back", status -> status.membersUp().equals(before.membersUp()) && status.serves("/shop"));
        assertThat(after.nodePids()).isEqualTo(before.nodePids());
        assertThat(after.incarnations()).isEqualTo(before.incarnations());
        assertThat(logs.errorsExcept()).isEmpty();
    }

    @Test
    void theHub(Star star) throws Exception {
        Status before = star.status();
        Logs logs = star.logs();
        ProcessHandle hub = star.process("hub");
        CompletableFuture<Long> islanded = new CompletableFuture<>();

        try (AsterismClient client = join(star, "client/islander");
                Customers customers = Customers.whoOnlyRead(star, "hung")) {
            client.cluster().subscribe((event, earlier, later) -> {
                if (event instanceof ClusterEvent.HubDisconnected) {
                    islanded.complete(System.nanoTime());
                }
            });
            customers.load().awaitMore(100);
            long paused = System.nanoTime();
            Signals.pause(hub);
            try {
                await("the client is islanded").atMost(BOUND).until(islanded::isDone);
                customers.load().awaitMore(200);
                assertThat(client.cluster().view().members())
                        .as("the last view")
                        .hasSizeGreaterThanOrEqualTo(before.membersUp().size());
            } finally {
                Signals.resume(hub);
            }
            Duration islandedAfter = Duration.ofNanos(islanded.join() - paused);
            LOG.info("Behind a hung hub a member was islanded after {} ms", islandedAfter.toMillis());
            assertThat(islandedAfter).isLessThan(TTL.plusMillis(500));
            await("the client is connected again")
                    .atMost(BOUND)
                    .until(() -> !client.cluster().view().stale());
            star.awaitStatus(
                    "the lists are whole again",
                    status -> status.membersUp().containsAll(before.membersUp())
                            && status.services().containsAll(before.services()));
            assertThat(customers.load().stop().failures()).isEmpty();
        }

        Status after = star.status();
        assertThat(after.hubPid()).isEqualTo(before.hubPid());
        assertThat(after.nodePids()).isEqualTo(before.nodePids());
        assertThat(after.incarnations()).containsAllEntriesOf(before.incarnations());
        assertThat(logs.errorsExcept()).isEmpty();
    }

    /** How many milliseconds a request takes from one to another member. */
    private static long call(AsterismClient caller) throws InterruptedException {
        long begin = System.nanoTime();
        byte[] question = "how are you".getBytes(StandardCharsets.UTF_8);
        assertThat(caller.messages().call(ECHO, "echo", question, QUICK)).isEqualTo(question);
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    private static AsterismClient join(Star star, String id) throws Exception {
        return AsterismClient.builder()
                .hubs(List.of(star.hubUrl(1)))
                .secret(Files.readString(star.secret()).strip())
                .id(id)
                .connect();
    }
}
