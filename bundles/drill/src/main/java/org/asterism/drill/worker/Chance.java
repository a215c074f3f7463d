package org.asterism.drill.worker;

import java.time.Duration;
import java.util.Random;

/** Times by chance. */
final class Chance {

    private static final int RARE = 8;
    private static final int SHORT_MILLIS = 40;
    private static final int LONG_MILLIS = 500;
    private static final int PATIENCE_MILLIS = 5_000;

    private final Random random;

    Chance(Random random) {
        this.random = random;
    }

    Random random() {
        return random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** For how long to hold something: now and then so long that queues grow. */
    Duration time() {
        return Duration.ofMillis(below(below(RARE) == 0 ? LONG_MILLIS : SHORT_MILLIS));
    }

    Duration patience() {
        return Duration.ofMillis(1 + below(below(2) == 0 ? LONG_MILLIS : PATIENCE_MILLIS));
    }
}
