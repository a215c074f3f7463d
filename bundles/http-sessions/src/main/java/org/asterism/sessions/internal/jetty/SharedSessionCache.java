package org.asterism.sessions.internal.jetty;

import javax.servlet.http.HttpServletRequest;
import org.asterism.sessions.internal.StoreException;
import org.eclipse.jetty.server.session.DefaultSessionCache;
import org.eclipse.jetty.server.session.Session;
import org.eclipse.jetty.server.session.SessionCache;
import org.eclipse.jetty.server.session.SessionData;
import org.eclipse.jetty.server.session.SessionHandler;
import org.eclipse.jetty.util.thread.Locker.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a session while requests of this node are in it, and no longer: the next one may find that another node has changed it.
 * Requests of this node that come together share one object, as the servlet specification asks.
 */
final class SharedSessionCache extends DefaultSessionCache {

    private static final Logger LOG = LoggerFactory.getLogger(SharedSessionCache.class);

    private final StoreGate gate;
    private final SharedStore store;
    private final ThreadLocal<Boolean> missed = ThreadLocal.withInitial(() -> false);

    SharedSessionCache(SessionHandler handler, StoreGate gate, SharedStore store) {
        super(handler);
        this.gate = gate;
        this.store = store;
    }

    @Override
    public int getEvictionPolicy() {
        return gate.isShared() ? SessionCache.EVICT_ON_SESSION_EXIT : SessionCache.NEVER_EVICT;
    }

    @Override
    public Session newSession(HttpServletRequest request, SessionData data) {
        return new SharedSession(store, request, (SharedData) data);
    }

    @Override
    @SuppressWarnings("try") // to hold the lock
    public Session newSession(SessionData data) {
        SharedSession session = new SharedSession(store, (SharedData) data);
        try (Lock lock = session.lock()) {
            session.didActivate();
        }
        return session;
    }

    /** Asks again if the session was just leaving the memory: Jetty would say that there is none. */
    @Override
    protected Session getAndEnter(String id, boolean enter) throws Exception {
        try {
            Session session;
            do {
                missed.set(false);
                session = super.getAndEnter(id, enter);
            } while (session == null && !missed.get());
            return session;
        } catch (StoreException e) {
            store.counters().failures.increment();
            LOG.warn("the session {} cannot be read: {}", id, e.getMessage());
            throw new SessionUnavailableError(e);
        } finally {
            missed.remove();
        }
    }

    @Override
    protected Session doComputeIfAbsent(String id, java.util.function.Function<String, Session> load) {
        return super.doComputeIfAbsent(id, key -> {
            Session loaded = load.apply(key);
            missed.set(loaded == null);
            return loaded;
        });
    }

    /** The attributes are written before the answer ({@link StoreBeforeAnswer}); this is for what came later. */
    @Override
    public void release(String id, Session session) throws Exception {
        try {
            super.release(id, session);
        } catch (StoreException | IllegalArgumentException e) {
            LOG.warn("changes of the session {} after the answer are lost: {}", id, e.getMessage(), e);
            evict(id);
            session.setResident(false);
        }
    }

    /** @return the session if this node is the one to tell its listeners; null if there is none, or another node did so */
    @Override
    public Session delete(String id) throws Exception {
        Session session = loaded(id);
        if (session == null) {
            return null;
        }
        boolean mine = session.isInvalid() || store.claimEnd(((SharedSession) session).data());
        evict(id);
        session.setResident(false);
        return mine ? session : null;
    }

    /** An error would end the thread that looks for old sessions. */
    private Session loaded(String id) throws StoreException {
        try {
            return getAndEnter(id, false);
        } catch (SessionUnavailableError e) {
            throw new StoreException(e.getMessage(), e);
        } catch (Exception e) {
            throw new StoreException("the session " + id + " cannot be read: " + e.getMessage(), e);
        }
    }

    void evict(String id) {
        doDelete(id);
    }
}
