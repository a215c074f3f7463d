package org.asterism.dispatcher.internal;

import java.time.Duration;

/**
 * When a target is ejected and for how long.
 *
 * @param failures in a row that eject it; at least 1
 * @param pause of the first ejection; doubled with each further one
 * @param longest pause
 */
public record EjectionRule(int failures, Duration pause, Duration longest) {

    public EjectionRule {
        Require.atLeast("ejection.failures", failures, 1);
        Require.positive("ejection.millis", pause);
        if (longest.compareTo(pause) < 0) {
            throw new IllegalArgumentException("ejection.max.millis is less than ejection.millis");
        }
    }

    /** In nanoseconds. */
    long pauseAfter(int ejections) {
        return Math.min(pause.toNanos() << ejections, longest.toNanos());
    }
}
