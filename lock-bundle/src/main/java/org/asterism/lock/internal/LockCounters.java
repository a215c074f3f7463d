package org.asterism.lock.internal;

/** Counts since the start. */
final class LockCounters {

    long granted;
    long released;
    long timedOut;
    long refused;
    long lost;
}
