package org.asterism.lock.servlet;

import javax.servlet.http.HttpSession;
import org.asterism.lock.LockSession;

/** Locks that belong to an HTTP session. A service where there is an HTTP server and a lock client. */
public interface SessionLocks {

    /**
     * The lock session of this HTTP session, the same one each time in one server node. It is noted in an attribute of the HTTP
     * session, and its locks are released when that ends, be it by log-out or by time-out, at the latest with the server node.
     * Closing it before is allowed: the next call opens a new one. If the HTTP session has moved to another server node
     * its locks are gone: then this is a new lock session, with another {@link LockSession#id}, and the old one is closed.
     *
     * @throws IllegalStateException if the HTTP session has ended
     */
    LockSession of(HttpSession session);
}
