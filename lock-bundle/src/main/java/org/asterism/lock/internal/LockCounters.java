package org.asterism.lock.internal;

import org.asterism.lock.LockServerStatus;

/** Counts since the start. */
final class LockCounters {

    private long granted;
    private long released;
    private long timedOut;
    private long refused;
    private long lost;

    void granted() {
        granted++;
    }

    void released() {
        released++;
    }

    void timedOut() {
        timedOut++;
    }

    void refused() {
        refused++;
    }

    void lost(int locks) {
        lost += locks;
    }

    LockServerStatus status(boolean grace, int held, int waiting) {
        return new LockServerStatus(grace, held, waiting, granted, released, timedOut, refused, lost);
    }
}
