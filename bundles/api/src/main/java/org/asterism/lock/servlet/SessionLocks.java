package org.asterism.lock.servlet;

import javax.servlet.http.HttpSession;
import org.asterism.lock.LockSession;

/** Locks that belong to an HTTP session. A service where there is an HTTP server and a lock client. */
public interface SessionLocks {

    /**
     * The lock session of this HTTP session, with the same {@link LockSession#id} wherever that is served. It is noted in an
     * attribute of the HTTP session, and its locks are released when that ends, be it by log-out or by time-out. Closing it
     * before is allowed: the next call opens it again, empty.
     *
     * <p>If the HTTP session has come from another server node, what it held there is held here when this returns: {@link
     * LockSession#held} says what that is, with new fencing tokens; a {@link org.asterism.lock.HeldLock} of there is lost
     * ({@link org.asterism.lock.LockLoss.Cause#MOVED}). That waits for the other node: not at all if it is dead, and no longer than
     * its lease if it does not answer.
     *
     * @throws IllegalStateException if the HTTP session has ended
     * @throws org.asterism.lock.LockUnavailableException if it has come from another node and there is no hub to ask, or the thread
     *     was interrupted, which it stays
     */
    LockSession of(HttpSession session);
}
