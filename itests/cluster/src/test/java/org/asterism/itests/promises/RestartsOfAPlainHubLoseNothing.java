package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.asterism.drill.wire.Wire;
import org.asterism.itests.harness.PlainHubs;
import org.asterism.itests.talk.Talkers;
import org.asterism.itests.talk.Tally;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A hub without Karaf, for it is quickly there, is killed a hundred times while members in other processes tell each other
 * numbers over wires that are slow, are cut when the hub dies, and let nobody through for a while after it is back.
 */
class RestartsOfAPlainHubLoseNothing {

    private static final Logger LOG = LoggerFactory.getLogger(RestartsOfAPlainHubLoseNothing.class);
    private static final int RESTARTS = Integer.getInteger("asterism.plain.restarts", 100);
    private static final int MEMBERS = 3;
    private static final int MAX_DELAY_MILLIS = 20;
    private static final int MAX_DEAF_MILLIS = 150;
    private static final int MAX_PAUSE_MILLIS = 100;
    private static final int RARE = 10;

    private final long seed = Long.getLong("asterism.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Wire> wires = new ArrayList<>();

    @Test
    void everythingSaidIsHeardOnceAndInOrder() throws Exception {
        LOG.info("asterism.seed={}", seed);
        try (PlainHubs hubs = new PlainHubs()) {
            for (int i = 0; i < MEMBERS; i++) {
                wires.add(new Wire("127.0.0.1", hubs.port()));
            }
            try (Talkers talkers = Talkers.join(addresses(), hubs.secret())) {
                talkers.talk(seed);
                long begin = System.nanoTime();
                long epoch = talkers.awaitRegistered(0);
                for (int i = 0; i < RESTARTS; i++) {
                    epoch = restart(hubs, talkers, epoch);
                }
                talkers.awaitRegistered(epoch - 1);
                report(talkers.finish(), Duration.ofNanos(System.nanoTime() - begin));
                assertThat(hubs.errors()).as("errors in the logs of hubs").isEmpty();
            }
        } finally {
            wires.forEach(Wire::close);
        }
    }

    private List<List<String>> addresses() {
        return wires.stream()
                .map(wire -> List.of("tcp://127.0.0.1:" + wire.port()))
                .toList();
    }

    /** Once in a while the next hub dies before everyone is back. */
    private long restart(PlainHubs hubs, Talkers talkers, long epoch) throws InterruptedException, IOException {
        pause(MAX_PAUSE_MILLIS);
        for (Wire wire : wires) {
            wire.slow(delay(), delay());
        }
        hubs.kill();
        for (Wire wire : wires) {
            if (random.nextInt(RARE) > 0) {
                wire.shut();
            }
            if (random.nextBoolean()) {
                wire.drop();
            }
        }
        hubs.start();
        for (Wire wire : wires) {
            pause(MAX_DEAF_MILLIS / MEMBERS);
            wire.mend();
        }
        return random.nextInt(RARE) == 0 ? epoch : talkers.awaitRegistered(epoch);
    }

    private void pause(int maxMillis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(maxMillis)); // the moment is what varies
    }

    private Duration delay() {
        return random.nextInt(3) == 0 ? Duration.ofMillis(random.nextInt(MAX_DELAY_MILLIS)) : Duration.ZERO;
    }

    private static void report(List<Tally> tallies, Duration taken) {
        LOG.info(
                "{} restarts of a hub in {} s: {} messages sent, {} heard, 0 lost, 0 doubled",
                RESTARTS,
                taken.toSeconds(),
                tallies.stream().mapToLong(Tally::sentInAll).sum(),
                tallies.stream().mapToLong(Tally::heardInAll).sum());
        tallies.forEach(tally ->
                assertThat(tally.epochs()).as("epochs of the hubs").isSorted().doesNotHaveDuplicates());
    }
}
