package org.asterism.lock;

/** A lock that was granted. */
public interface HeldLock extends AutoCloseable {

    LockKey key();

    LockMode mode();

    /** A number that was never granted before and is larger than every earlier one for the same key. */
    long fencingToken();

    /**
     * Whether the lock is surely still held: false once it is released, and as soon as the member could not reach the hub
     * for so long that the lock may be given to others. Reads a monotonic clock; never blocks.
     */
    boolean isValid();

    /** Releases the lock. Never blocks and never fails; closing twice has no effect. */
    @Override
    void close();
}
