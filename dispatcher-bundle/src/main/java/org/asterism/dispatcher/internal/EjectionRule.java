package org.asterism.dispatcher.internal;

import java.time.Duration;

/**
 * When a target is ejected and for how long.
 *
 * @param failures in a row that eject it; at least 1
 * @param pause of the first ejection; doubled with each further one
 * @param longest pause
 * @param probe how often a target that has answered nothing is asked whether it is well; zero if it is not
 */
public record EjectionRule(int failures, Duration pause, Duration longest, Duration probe) {

    public EjectionRule {
        Require.atLeast("ejection.failures", failures, 1);
        Require.positive("ejection.millis", pause);
        if (longest.compareTo(pause) < 0) {
            throw new IllegalArgumentException("ejection.max.millis is less than ejection.millis");
        }
        if (!probe.isZero()) {
            Require.positive("probe.millis", probe);
        }
    }

    /** In nanoseconds. */
    long pauseAfter(int ejections) {
        return Math.min(pause.toNanos() << ejections, longest.toNanos());
    }
}
