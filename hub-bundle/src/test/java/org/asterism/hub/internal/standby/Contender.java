package org.asterism.hub.internal.standby;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.Random;

/** A hub in a history, with a clock of its own that is a little fast or slow. */
final class Contender {

    final String name;
    final LeaseStore store;
    private final Timing timing;
    private final long clockShift;
    private final double clockRate;
    private final long wallShift;
    Arbitration arbitration;
    int lives;
    long pausedUntil;
    boolean connectionBroken;

    Contender(String name, LeaseStore store, Timing timing, Random random, int wallSeconds) {
        this.name = name;
        this.store = store;
        this.timing = timing;
        this.clockShift = random.nextLong();
        this.clockRate = 0.99 + random.nextDouble() / 50;
        this.wallShift = wallSeconds == 0 ? 0 : random.nextInt(-wallSeconds, wallSeconds);
        restart();
    }

    /** Its process was killed and is there again. */
    void restart() {
        lives++;
        arbitration = new Arbitration(name + lives, name, timing);
    }

    /** Nanoseconds of its own, wherever they begin. */
    long now(long millis) {
        return clockShift + (long) (MILLISECONDS.toNanos(millis) * clockRate);
    }

    long clockEpoch(long millis) {
        return 200_000_000 + Duration.ofMillis(millis).toSeconds() + wallShift;
    }

    boolean isPaused(long millis) {
        return millis < pausedUntil;
    }

    boolean isActive(long millis) {
        return arbitration.state(now(millis)).role() == HubRole.Role.ACTIVE;
    }
}
