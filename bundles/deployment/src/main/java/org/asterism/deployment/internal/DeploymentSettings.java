package org.asterism.deployment.internal;

import java.time.Duration;

/**
 * How deployments are brought about; all positive.
 *
 * @param maxBytes of one file
 * @param poll pause between two looks at the database if nobody tells of a change
 * @param rollPoll pause between two looks of the one who rolls
 * @param settle how long it may take until all dispatchers have turned away from a node
 * @param apply how long what a node brings itself may take to work
 * @param retry pause before a node tries again what it could not apply
 * @param artifactAge how long a file that nothing refers to is kept
 */
public record DeploymentSettings(
        long maxBytes,
        Duration poll,
        Duration rollPoll,
        Duration settle,
        Duration apply,
        Duration retry,
        Duration artifactAge) {

    /** @throws IllegalArgumentException if one is not positive */
    public DeploymentSettings {
        require(maxBytes > 0, "artifact.max.bytes");
        require(isPositive(poll), "poll.millis");
        require(isPositive(rollPoll), "roll.poll.millis");
        require(isPositive(settle), "settle.millis");
        require(isPositive(apply), "apply.millis");
        require(isPositive(retry), "retry.millis");
        require(isPositive(artifactAge), "artifact.age.millis");
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void require(boolean positive, String key) {
        if (!positive) {
            throw new IllegalArgumentException(key + " is not positive");
        }
    }
}
