package org.asterism.drill.check;

import java.time.Duration;

/**
 * What is certain and what is not.
 *
 * @param lease of the lock server
 * @param margin by so much one thing must be earlier than another one to count as earlier in a queue
 * @param late by so much a wait may exceed its patience
 * @param contact how long after a fault a member may still be without contact to the hub
 */
public record Limits(Duration lease, Duration margin, Duration late, Duration contact) {

    /** For a machine that has much to do. */
    public static Limits of(Duration lease) {
        return new Limits(lease, Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofMillis(1500));
    }
}
