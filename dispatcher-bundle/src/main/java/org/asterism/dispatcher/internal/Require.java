package org.asterism.dispatcher.internal;

import java.time.Duration;

/** Checks of configured values, with messages that name the key. */
final class Require {

    private Require() {}

    static void atLeast(String key, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(key + " is " + value + ", not at least " + least);
        }
    }

    static void between(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " is " + value + ", not between " + least + " and " + most);
        }
    }

    static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero() || value.toDays() > 1) {
            throw new IllegalArgumentException(key + " is " + value.toMillis() + ", not between 1 ms and a day");
        }
    }
}
