package org.asterism.lock;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A lock that was granted. */
public interface HeldLock extends AutoCloseable {

    LockKey key();

    LockMode mode();

    /** A number that was never granted before and is larger than every earlier one for the same key. */
    long fencingToken();

    /**
     * Whether the lock is surely still held: false once it is released, and as soon as the member could not reach the hub
     * for so long that the lock may be given to others. Reads the monotonic clock of this process and does no I/O; any thread
     * may call it at any time.
     *
     * <p>True says that at this moment the hub could not yet have given the lock away for want of a sign of life. It says
     * nothing of the moment after: a pause of the process between this call and a write may outlast the lease, which only the
     * {@link #fencingToken} protects from. Nor does it know of a lock taken by force until the hub's notice has come.
     *
     * <p>That of an {@link LockMode#OPTIMISTIC} lock says less: another session that promotes its own takes this one away without
     * waiting, and until the hub's notice of that has come it is still true here. Whether what was read is still so is decided by
     * {@link #promote}, which fails with a {@link LockLostException} then, and by nothing else.
     */
    boolean isValid();

    /**
     * Makes an optimistic lock exclusive. Waits for shared holders to go; other optimistic locks on the same thing are dropped
     * and their owners told. This lock is over when the promoted one is returned; it stays as it is if that fails.
     *
     * @return the exclusive lock, with a new fencing token
     * @throws IllegalStateException if this lock is not {@link LockMode#OPTIMISTIC}
     * @throws LockLostException if this lock is not held any more, for example because another session promoted its own
     * @throws LockTimeoutException if others held it shared for the whole time
     * @throws DeadlockException if this wait would never end
     */
    HeldLock promote(Duration wait) throws InterruptedException;

    /** Completes when the lock is taken from its owner; never when it is released. */
    CompletionStage<LockLoss> lost();

    /** Interrupts a thread if the lock is taken from its owner; returns this. */
    default HeldLock interruptOnLoss(Thread thread) {
        lost().thenRun(thread::interrupt);
        return this;
    }

    /** Releases the lock. Never blocks and never fails; closing twice has no effect. */
    @Override
    void close();
}
