package org.asterism.drill.fault;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.asterism.drill.history.FaultKind;

/**
 * What will be broken, one after the other, the same for the same seed. A pause or an interruption is short, or longer than it
 * takes to notice that a connection is dead, or longer than a lease.
 */
final class FaultPlan {

    private static final Duration CONNECTION_TTL = Duration.ofSeconds(3);
    private static final int MIN_GAP_MILLIS = 300;
    private static final int MAX_GAP_MILLIS = 4_000;
    private static final int SHORT_MILLIS = 2_500;
    private static final int MORE_MILLIS = 3_000;
    private static final int TEN = 10;
    private static final int OF_TEN_SHORT = 6;
    private static final int OF_TEN_LONG = 2;

    private final Random random;
    private final List<FaultKind> kinds;
    private final Duration lease;

    /**
     * A fault to come.
     *
     * @param gap before it
     * @param time how long it lasts, if that is not given by what it is
     * @param chance for what else is left to chance
     */
    record Next(FaultKind kind, Duration gap, Duration time, Random chance) {}

    FaultPlan(long seed, Set<FaultKind> kinds, Duration lease) {
        this.random = new Random(seed);
        this.kinds = kinds.stream().sorted().toList();
        this.lease = lease;
    }

    Next next() {
        FaultKind kind = kinds.get(random.nextInt(kinds.size()));
        Duration gap = Duration.ofMillis(MIN_GAP_MILLIS + random.nextInt(MAX_GAP_MILLIS - MIN_GAP_MILLIS));
        return new Next(kind, gap, time(kind), new Random(random.nextLong()));
    }

    private Duration time(FaultKind kind) {
        int size = random.nextInt(kind == FaultKind.HUB_PAUSE ? OF_TEN_SHORT + OF_TEN_LONG + 1 : TEN);
        Duration more = Duration.ofMillis(random.nextInt(MORE_MILLIS));
        if (kind == FaultKind.HUB_KILL || size < OF_TEN_SHORT) {
            return Duration.ofMillis(random.nextInt(SHORT_MILLIS));
        } else if (size < TEN - OF_TEN_LONG || kind == FaultKind.WIRE_SLOW) {
            return CONNECTION_TTL.plus(more);
        }
        return lease.plus(more);
    }
}
