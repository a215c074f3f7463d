package org.asterism.supervisor.internal;

import java.time.Duration;

/**
 * How patient the supervision is.
 *
 * @param probeStarting pause between two probes of a child that is not ready, or whose applications may still be starting
 * @param probeUp pause between two probes of a child that is ready
 * @param settle how long after it became ready a child is probed as if it was starting
 * @param startTimeout how long a child may take to become ready
 * @param missedLimit how many probes in a row may stay without an answer before a child counts as hung
 * @param drain how long a ready child keeps serving after it was taken out of the choice of the dispatchers
 * @param drainMore how much longer it keeps serving at most, for the requests that it has
 * @param stopTimeout how long a child may take to end by itself
 * @param restartDelay pause before the restart after a first death; doubled with each further one
 * @param restartDelayMax the longest such pause
 * @param stableAfter after being ready for so long a death counts as a first one
 * @param restartLimit how many deaths within the window are answered by a restart; one more and the node is quarantined
 * @param restartWindow see there
 */
public record SupervisionPolicy(
        Duration probeStarting,
        Duration probeUp,
        Duration settle,
        Duration startTimeout,
        int missedLimit,
        Duration drain,
        Duration drainMore,
        Duration stopTimeout,
        Duration restartDelay,
        Duration restartDelayMax,
        Duration stableAfter,
        int restartLimit,
        Duration restartWindow) {

    /** @throws IllegalArgumentException naming what is wrong */
    public SupervisionPolicy {
        positive(probeStarting, "probe.starting.millis");
        positive(probeUp, "probe.up.millis");
        notNegative(settle, "settle.millis");
        positive(startTimeout, "start.timeout.millis");
        require(missedLimit > 0, "missed.limit", "positive");
        notNegative(drain, "drain.millis");
        notNegative(drainMore, "drain.requests.millis");
        positive(stopTimeout, "stop.timeout.millis");
        positive(restartDelay, "restart.delay.millis");
        require(restartDelayMax.compareTo(restartDelay) >= 0, "restart.delay.max.millis", "at least the delay");
        notNegative(stableAfter, "stable.after.millis");
        require(restartLimit >= 0, "restart.limit", "0 or more");
        positive(restartWindow, "restart.window.millis");
    }

    private static void positive(Duration value, String key) {
        require(!value.isNegative() && !value.isZero(), key, "positive");
    }

    private static void notNegative(Duration value, String key) {
        require(!value.isNegative(), key, "0 or more");
    }

    private static void require(boolean valid, String key, String expected) {
        if (!valid) {
            throw new IllegalArgumentException(key + " is not " + expected);
        }
    }
}
