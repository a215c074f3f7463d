package org.asterism.persistence.internal;

import java.time.Duration;

/**
 * @param patience how long one statement waits for the transaction of an earlier holder
 * @param rowAge how long a row is kept that nobody advances
 * @param sweepPeriod the time between two searches for rows that are too old, by whichever member
 */
public record FenceSettings(Duration patience, Duration rowAge, Duration sweepPeriod) {

    public FenceSettings {
        requirePositive(patience, "wait.millis");
        requirePositive(rowAge, "row.age.millis");
        requirePositive(sweepPeriod, "sweep.period.millis");
    }

    private static void requirePositive(Duration value, String key) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(key + " must be positive: " + value.toMillis());
        }
    }
}
