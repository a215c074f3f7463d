package org.asterism.hub.internal.standby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Runs a random history on the stores of someone else. */
public final class Histories {

    private static final long TEN_MINUTES = 600_000;

    private Histories() {}

    /** @param stores one for each hub, all of the same row, which is not there yet */
    public static void run(Supplier<LeaseStore> stores) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        History history = new History(seed, 2 + random.nextInt(2), trouble(random), 3600, stores);
        List<Long> epochs = run(seed, history);
        assertThat(epochs)
                .as("seed %d", seed)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSorted();
    }

    /** With a database that is killed now and then and forgets what it said last. */
    static void runForgetful() {
        long seed = new Random().nextLong();
        InMemoryLeaseStore row = new InMemoryLeaseStore();
        History history = new History(seed, 3, trouble(new Random(seed)), 0, () -> row).with(row);
        assertThat(run(seed, history)).as("seed %d", seed).isNotEmpty();
    }

    private static double trouble(Random random) {
        return random.nextInt(4) == 0 ? 0 : random.nextDouble() / 4;
    }

    private static List<Long> run(long seed, History history) {
        try {
            history.run(TEN_MINUTES);
            return history.epochs();
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
