package org.asterism.sessions.internal.jetty;

import java.util.HashSet;
import java.util.Set;
import org.asterism.sessions.internal.AttributeCodec;
import org.asterism.sessions.internal.SessionCounters;
import org.asterism.sessions.internal.SessionSettings;
import org.asterism.sessions.internal.SessionTimes;
import org.asterism.sessions.internal.StoreException;
import org.asterism.sessions.internal.UnstorableAttributeException;
import org.eclipse.jetty.server.session.AbstractSessionDataStore;
import org.eclipse.jetty.server.session.SessionContext;
import org.eclipse.jetty.server.session.SessionData;
import org.eclipse.jetty.server.session.SessionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions of one context, as Jetty asks for them. */
final class SharedStore extends AbstractSessionDataStore {

    private static final Logger LOG = LoggerFactory.getLogger(SharedStore.class);

    private final SessionHandler handler;
    private final StoreGate gate;
    private final AttributeCodec codec;
    private final SessionSettings settings;
    private final SessionCounters counters;
    private SessionRows rows; // Jetty tells the context before it starts anything

    SharedStore(
            SessionHandler handler,
            StoreGate gate,
            AttributeCodec codec,
            SessionSettings settings,
            SessionCounters counters) {
        this.handler = handler;
        this.gate = gate;
        this.codec = codec;
        this.settings = settings;
        this.counters = counters;
    }

    @Override
    public void initialize(SessionContext context) throws Exception {
        super.initialize(context);
        rows = new SessionRows(context, gate, codec, settings, counters);
    }

    SessionHandler handler() {
        return handler;
    }

    SessionCounters counters() {
        return counters;
    }

    void check(String name, Object value) {
        try {
            codec.check(name, value);
        } catch (UnstorableAttributeException e) {
            counters.refused.increment();
            LOG.warn("{}: {}", _context.getContext().getContextPath(), e.getMessage());
            throw e;
        }
    }

    @Override
    public SessionData newSessionData(String id, long created, long accessed, long lastAccessed, long maxInactiveMs) {
        SessionTimes times = new SessionTimes(created, accessed, lastAccessed, 0, 0, maxInactiveMs, 0);
        SharedData data = new SharedData(id, _context.getCanonicalContextPath(), _context.getVhost(), times);
        data.calcAndSetExpiry(created);
        return data;
    }

    @Override
    public SessionData doLoad(String id) throws StoreException {
        return rows.load(id).orElse(null);
    }

    /** Called by Jetty when the last request has left the session; with the lock of the session. */
    @Override
    public void store(String id, SessionData any) throws Exception {
        SharedData data = (SharedData) any;
        if (data.isRefused()) {
            return;
        }
        if (data.isDirty() || data.version() == 0) {
            save(data);
        } else if (System.currentTimeMillis() - data.getLastSaved()
                >= settings.refreshMillis(data.getMaxInactiveMs())) {
            rows.touch(data);
        }
    }

    @Override
    public void doStore(String id, SessionData data, long lastSaveTime) throws Exception {
        store(id, data);
    }

    /** Writes all of it. What is refused once is refused for ever: the session must be read again. */
    void save(SharedData data) throws StoreException {
        rows.save(data);
    }

    /** @return whether this node may tell the listeners that the session has ended */
    boolean claimEnd(SharedData data) {
        try {
            return rows.claimEnd(data);
        } catch (StoreException e) {
            counters.failures.increment();
            throw new SessionUnavailableError(e);
        }
    }

    /** Takes it out of the memory of this node. */
    void forget(String id) {
        ((SharedSessionCache) handler.getSessionCache()).evict(id);
    }

    @Override
    public boolean exists(String id) throws StoreException {
        return rows.exists(id);
    }

    @Override
    public boolean delete(String id) throws StoreException {
        return rows.delete(id);
    }

    @Override
    public Set<String> doGetExpired(Set<String> candidates) {
        Set<String> ended = new HashSet<>(candidates);
        try {
            ended.addAll(rows.expired());
        } catch (StoreException e) {
            counters.failures.increment();
            LOG.warn("not looked for sessions that have ended: {}", e.getMessage());
        }
        return ended;
    }

    @Override
    public boolean isPassivating() {
        return true;
    }
}
