package org.asterism.lock.servlet;

import javax.servlet.http.HttpSession;
import org.asterism.lock.LockSession;

/** Locks that belong to an HTTP session. A service where there is an HTTP server and a lock client. */
public interface SessionLocks {

    /**
     * The lock session of this HTTP session, the same one each time. It is kept as an attribute of the HTTP session, and its
     * locks are released when that ends, be it by log-out or by time-out, at the latest with the server node. Closing it
     * before is allowed: the next call opens a new one.
     *
     * @throws IllegalStateException if the HTTP session has ended
     */
    LockSession of(HttpSession session);
}
