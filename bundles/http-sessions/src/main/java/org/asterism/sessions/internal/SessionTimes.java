package org.asterism.sessions.internal;

/**
 * What is known of a session but its attributes. All are milliseconds since 1970 by the clock of the node that wrote them.
 *
 * @param accessed when the latest request came
 * @param lastAccessed when the one before came
 * @param cookieSet when the cookie was sent
 * @param saved when this was written
 * @param maxInactive how long it may be unused, in milliseconds; not positive: for ever
 * @param expiry when it ends if it stays unused; 0: never
 */
public record SessionTimes(
        long created, long accessed, long lastAccessed, long cookieSet, long saved, long maxInactive, long expiry) {}
