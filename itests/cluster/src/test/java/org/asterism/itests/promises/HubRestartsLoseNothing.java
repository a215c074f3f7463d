package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.asterism.itests.harness.Customers;
import org.asterism.itests.harness.HubPage;
import org.asterism.itests.harness.Logs;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.asterism.itests.talk.Talkers;
import org.asterism.itests.talk.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub is killed and started again and again, while members tell each other numbers and customers read and reserve through
 * both dispatchers. {@code asterism.restarts} says how often.
 */
@ExtendWith(SharedStar.class)
class HubRestartsLoseNothing {

    private static final Logger LOG = LoggerFactory.getLogger(HubRestartsLoseNothing.class);
    private static final int RESTARTS = Integer.getInteger("asterism.restarts", 6);
    private static final int MAX_PAUSE_MILLIS = 300;
    private static final int WARM_UP = 1000;

    @Test
    void noMessageNoRequestNoProcess(Star star) throws Exception {
        long seed = Long.getLong("asterism.seed", System.nanoTime());
        Random random = new Random(seed);
        LOG.info("asterism.seed={}", seed);
        Status before = star.status();
        Logs logs = star.logs();
        List<Tally> tallies;
        long calls;

        try (Talkers talkers = Talkers.join(Collections.nCopies(3, List.of(star.hubUrl(1))), star.secret());
                Customers customers = Customers.of(star, "restarts")) {
            talkers.talk(seed);
            List<String> everyone = Stream.concat(before.membersUp().stream(), talkers.ids().stream())
                    .toList();
            customers.load().awaitMore(WARM_UP);
            long epoch = before.epoch();
            for (int i = 0; i < RESTARTS; i++) {
                customers.awaitReservations();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(MAX_PAUSE_MILLIS)); // the moment is what varies
                Signals.kill(star.process("hub"));
                star.start("hub", "--no-wait");
                epoch = talkers.awaitRegistered(epoch);
                awaitWhole(star.hubPage(1), everyone);
            }
            customers.awaitReservations();
            assertThat(customers.load().stop().failures()).isEmpty();
            calls = customers.load().calls();
            tallies = talkers.finish();
        }

        report(tallies, calls);
        tallies.forEach(tally -> assertThat(tally.epochs())
                .as("epochs of the hubs")
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(RESTARTS + 1));
        Status after = star.awaitStatus(
                "the talkers have left", status -> status.membersUp().equals(before.membersUp()));
        assertThat(after.incarnations()).isEqualTo(before.incarnations());
        assertThat(after.nodePids()).isEqualTo(before.nodePids());
        assertThat(after.instancePids()).isEqualTo(before.instancePids());
        assertThat(logs.errorsExcept()).isEmpty();
    }

    private static void awaitWhole(HubPage hub, List<String> everyone) {
        await("everyone is registered")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> hub.isWholeWith(everyone));
    }

    private static void report(List<Tally> tallies, long calls) {
        LOG.info(
                "{} restarts of the hub: {} messages sent, {} heard, 0 lost, 0 doubled; {} requests, 0 failed",
                RESTARTS,
                tallies.stream().mapToLong(Tally::sentInAll).sum(),
                tallies.stream().mapToLong(Tally::heardInAll).sum(),
                calls);
    }
}
