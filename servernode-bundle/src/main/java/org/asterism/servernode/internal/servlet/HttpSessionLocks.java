package org.asterism.servernode.internal.servlet;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.http.HttpSession;
import org.asterism.lock.LockService;
import org.asterism.lock.LockSession;
import org.asterism.lock.servlet.SessionLocks;

/**
 * Ties lock sessions to HTTP sessions by an attribute: the container tells it when its session is over. The attribute is only a
 * mark, for the HTTP session goes into the database after each request and may come back on another node; the lock session
 * stays in the node where it was opened.
 */
public final class HttpSessionLocks implements SessionLocks {

    static final String ATTRIBUTE = SessionLocks.class.getName();

    private final LockService locks;

    /** @param locks opens the lock sessions */
    public HttpSessionLocks(LockService locks) {
        this.locks = locks;
    }

    /** One at a time, so that requests of one session that come together get the same one. */
    @Override
    public synchronized LockSession of(HttpSession session) {
        Optional<LockSession> open = session.getAttribute(ATTRIBUTE) instanceof LockMark mark
                ? OpenLocks.find(mark.session())
                : Optional.empty();
        return open.orElseGet(() -> openFor(session));
    }

    /** A mark of another node is replaced: then that node hears that its lock session is over. */
    private LockSession openFor(HttpSession session) {
        BoundLocks opened = new BoundLocks(locks.openSession());
        OpenLocks.add(opened);
        try {
            session.setAttribute(ATTRIBUTE, new LockMark(opened.id()));
        } catch (IllegalStateException ended) {
            opened.close();
            throw ended;
        }
        return opened;
    }

    /** Ends once, and is open no more then. */
    private static final class BoundLocks extends ForwardingSession {

        private final AtomicBoolean closed = new AtomicBoolean();

        BoundLocks(LockSession session) {
            super(session);
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                OpenLocks.remove(this);
                super.close();
            }
        }
    }
}
