package org.asterism.lock;

import java.time.Duration;

/** An owner of locks within a member. Safe for use by several threads. */
public interface LockSession extends AutoCloseable {

    /** Unique in the cluster. */
    String id();

    /** Like {@link LockService#acquire} for this owner. */
    HeldLock acquire(LockKey key, LockMode mode, Duration wait) throws InterruptedException;

    /** Releases all locks of this session. Never blocks and never fails. */
    @Override
    void close();
}
