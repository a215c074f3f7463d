package org.asterism.drill.worker;

import java.time.Duration;
import java.util.Random;

/** Times by chance. */
final class Chance {

    private static final int RARE = 8;
    private static final int SHORT_MILLIS = 40;
    private static final int LONG_MILLIS = 500;
    private static final int PATIENCE_MILLIS = 5_000;

    private static final int PAUSE_MILLIS = 60;

    private final Random random;
    private final int speed;

    Chance(Random random) {
        this(random, 1);
    }

    /** @param speed by this all times are divided: cells are taken as often, but in less time */
    Chance(Random random, int speed) {
        this.random = random;
        this.speed = speed;
    }

    Random random() {
        return random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** For how long to hold something: now and then so long that queues grow. */
    Duration time() {
        return millis(below(below(RARE) == 0 ? LONG_MILLIS : SHORT_MILLIS));
    }

    Duration patience() {
        return millis(1 + below(below(2) == 0 ? LONG_MILLIS : PATIENCE_MILLIS));
    }

    /** Between two things that are done. */
    Duration pause() {
        return millis(below(PAUSE_MILLIS));
    }

    private Duration millis(int millis) {
        return Duration.ofMillis(millis).dividedBy(speed);
    }
}
