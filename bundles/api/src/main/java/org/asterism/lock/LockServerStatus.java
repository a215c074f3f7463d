package org.asterism.lock;

/**
 * How the lock server is. Counts begin with the hub's life.
 *
 * @param grace whether new requests wait because holders of the hub's former life may still declare their locks
 */
public record LockServerStatus(
        boolean grace, int held, int waiting, long granted, long released, long timedOut, long refused, long lost) {}
