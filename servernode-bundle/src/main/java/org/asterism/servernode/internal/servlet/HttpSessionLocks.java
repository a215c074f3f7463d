package org.asterism.servernode.internal.servlet;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.http.HttpSession;
import javax.servlet.http.HttpSessionBindingEvent;
import javax.servlet.http.HttpSessionBindingListener;
import org.asterism.lock.LockService;
import org.asterism.lock.LockSession;
import org.asterism.lock.servlet.SessionLocks;

/** Ties lock sessions to HTTP sessions by an attribute: the container tells it when its session is over. */
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
        if (session.getAttribute(ATTRIBUTE) instanceof BoundLocks bound && !bound.closed.get()) {
            return bound;
        }
        BoundLocks opened = new BoundLocks(locks.openSession());
        try {
            session.setAttribute(ATTRIBUTE, opened);
        } catch (IllegalStateException ended) {
            opened.close();
            throw ended;
        }
        return opened;
    }

    /** Ends when it is no longer bound to its HTTP session. */
    private static final class BoundLocks extends ForwardingSession implements HttpSessionBindingListener {

        private final AtomicBoolean closed = new AtomicBoolean();

        BoundLocks(LockSession session) {
            super(session);
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                super.close();
            }
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            close();
        }
    }
}
