package org.asterism.servernode.internal.servlet;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.servlet.http.HttpSession;
import org.asterism.lock.LockSession;
import org.asterism.lock.LockUnavailableException;
import org.asterism.lock.MovableSessions;
import org.asterism.lock.servlet.SessionLocks;

/**
 * Ties lock sessions to HTTP sessions by an attribute: the container tells it when its session is over. The attribute is only a
 * mark, for the HTTP session goes into the database after each request and may come back on another node; there its lock
 * session is moved after it.
 */
public final class HttpSessionLocks implements SessionLocks {

    static final String ATTRIBUTE = SessionLocks.class.getName();

    private static final int SECRET_BYTES = 24;
    private static final int STRIPES = 64;

    private final MovableSessions locks;
    private final SecureRandom random = new SecureRandom();
    /** Requests of one session that come together get the same one; others rarely wait for them. */
    private final Object[] stripes = Stream.generate(Object::new).limit(STRIPES).toArray();

    /** @param locks opens the lock sessions */
    public HttpSessionLocks(MovableSessions locks) {
        this.locks = locks;
        OpenLocks.announceTo(mark -> locks.end(mark.session(), mark.secret()));
    }

    @Override
    public LockSession of(HttpSession session) {
        synchronized (stripes[Math.floorMod(session.getId().hashCode(), STRIPES)]) {
            if (session.getAttribute(ATTRIBUTE) instanceof LockMark mark) {
                Optional<LockSession> open = OpenLocks.find(mark);
                return open.isPresent() ? open.get() : further(session, mark);
            }
            return open(session);
        }
    }

    private LockSession open(HttpSession session) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        LockSession opened = locks.open(secret);
        return bind(session, opened, new LockMark(opened.id(), secret, newOpening()));
    }

    /** Somewhere else, or closed here. */
    private LockSession further(HttpSession session, LockMark mark) {
        try {
            LockSession moved = locks.move(mark.session(), mark.secret());
            LockMark here = new LockMark(mark.session(), mark.secret(), newOpening());
            OpenLocks.replacing(mark, () -> bind(session, moved, here));
            return moved;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockUnavailableException("interrupted while the locks of the HTTP session came here");
        }
    }

    private static LockSession bind(HttpSession session, LockSession locks, LockMark mark) {
        OpenLocks.add(mark, locks);
        try {
            session.setAttribute(ATTRIBUTE, mark);
        } catch (IllegalStateException ended) {
            OpenLocks.unbound(mark);
            throw ended;
        }
        return locks;
    }

    private static String newOpening() {
        return UUID.randomUUID().toString();
    }
}
