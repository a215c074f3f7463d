package org.asterism.lock;

/**
 * Lock sessions that may go on in another member, with what they hold. For owners that move themselves, such as HTTP sessions
 * ({@link org.asterism.lock.servlet.SessionLocks}). Safe for use by several threads.
 *
 * <p>Whoever knows the secret of such a session may move and end it; the secret belongs where only those can read it who may
 * serve the owner. When the session's member dies, what it holds waits for a while to be moved (30 s by default) before it is free.
 */
public interface MovableSessions {

    /** How short a secret may be. */
    int SHORTEST_SECRET = 16;

    /**
     * A new owner of locks.
     *
     * @param secret hard to guess, at least {@link #SHORTEST_SECRET} characters
     */
    LockSession open(String secret);

    /**
     * The session goes on here, with the same id. Everything it held where it was is held here, by new locks ({@link
     * LockSession#held}) with new fencing tokens; there it is closed and its locks are lost ({@link LockLoss.Cause#MOVED}) before
     * this returns. Waits for that until the lease of that member is over, if it does not answer. What was lost before does not come back.
     *
     * @throws LockUnavailableException if there is no lock server to ask, or it did not come so far in time
     * @throws LockRefusedException if this member has too many locks
     * @throws InterruptedException if the thread was interrupted; what has come so far is released
     */
    LockSession move(String session, String secret) throws InterruptedException;

    /** The session has ended, wherever it is: what it holds is released. Never blocks and never fails; tried for a minute. */
    void end(String session, String secret);
}
