package org.asterism.sessions.internal.jetty;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.asterism.sessions.internal.AttributeCodec;
import org.asterism.sessions.internal.LostUpdateException;
import org.asterism.sessions.internal.SessionCounters;
import org.asterism.sessions.internal.SessionKey;
import org.asterism.sessions.internal.SessionSettings;
import org.asterism.sessions.internal.SessionStore;
import org.asterism.sessions.internal.SessionTimes;
import org.asterism.sessions.internal.StoreException;
import org.asterism.sessions.internal.StoredSession;
import org.asterism.sessions.internal.UnreadableSessionException;
import org.asterism.sessions.internal.UnstorableAttributeException;
import org.eclipse.jetty.server.session.AbstractSessionDataStore;
import org.eclipse.jetty.server.session.SessionData;
import org.eclipse.jetty.server.session.SessionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions of one context, as Jetty asks for them. */
final class SharedStore extends AbstractSessionDataStore {

    private static final Logger LOG = LoggerFactory.getLogger(SharedStore.class);
    private static final int PAGE = 500;

    private final SessionHandler handler;
    private final StoreGate gate;
    private final AttributeCodec codec;
    private final SessionSettings settings;
    private final SessionCounters counters;

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

    SessionHandler handler() {
        return handler;
    }

    SessionCounters counters() {
        return counters;
    }

    private SessionKey key(String id) {
        return new SessionKey(_context.getCanonicalContextPath(), id);
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
        SessionKey key = key(id);
        Optional<SessionStore> store = key.isPossible() ? gate.await() : Optional.empty();
        Optional<StoredSession> stored = store.isPresent() ? store.get().load(key) : Optional.empty();
        return stored.isPresent() ? read(store.get(), key, stored.get()) : null;
    }

    private SharedData read(SessionStore store, SessionKey key, StoredSession stored) throws StoreException {
        SharedData data = new SharedData(key.id(), key.context(), _context.getVhost(), stored.times());
        data.isStored(stored.version());
        try {
            data.putAllAttributes(
                    codec.decode(stored.attributes(), Thread.currentThread().getContextClassLoader()));
        } catch (UnreadableSessionException e) {
            counters.unreadable.increment();
            LOG.warn("the session {} of {} cannot be read, {}", key.id(), key.context(), e.getMessage(), e);
            if (!e.isForEver()) {
                throw new StoreException("the session cannot be read here: " + e.getMessage(), e);
            }
            store.deleteUnchanged(key, stored.version(), stored.times().expiry());
            return null;
        }
        data.clean();
        counters.loaded.increment();
        return data;
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
            touch(data);
        }
    }

    /** Writes all of it. What is refused once is refused for ever: the session must be read again. */
    void save(SharedData data) throws StoreException {
        SessionKey key = key(data.getId());
        if (data.isRefused()) {
            throw new LostUpdateException(key, data.version());
        }
        try {
            Optional<SessionStore> store = gate.now();
            if (store.isPresent()) {
                doStore(data.getId(), data, store.get());
            }
        } catch (StoreException | UnstorableAttributeException e) {
            data.refuse();
            count(e);
            throw e;
        }
    }

    private void count(Exception e) {
        if (e instanceof LostUpdateException) {
            counters.conflicts.increment();
        } else if (e instanceof StoreException) {
            counters.failures.increment();
        } else {
            counters.refused.increment();
        }
    }

    private void doStore(String id, SharedData data, SessionStore store) throws StoreException {
        byte[][] bytes = new byte[1][];
        _context.run(() -> bytes[0] = codec.encode(data.getAllAttributes()));
        long now = System.currentTimeMillis();
        data.isStored(store.save(key(id), data.stored(now, bytes[0])));
        data.setLastSaved(now);
        data.clean();
        counters.saved.increment();
        counters.savedBytes.add(bytes[0].length);
    }

    private void touch(SharedData data) throws StoreException {
        Optional<SessionStore> store = gate.now();
        if (store.isPresent()) {
            long now = System.currentTimeMillis();
            store.get().touch(key(data.getId()), data.times(now));
            data.setLastSaved(now);
            data.touched();
            data.clean();
            counters.touched.increment();
        }
    }

    @Override
    public void doStore(String id, SessionData data, long lastSaveTime) throws Exception {
        store(id, data);
    }

    /** @return whether this node may tell the listeners that the session has ended */
    boolean claimEnd(SharedData data) {
        try {
            Optional<SessionStore> store = gate.now();
            boolean mine = data.version() == 0 || store.isEmpty() || claim(store.get(), data);
            data.refuse(); // nothing brings it back
            return mine;
        } catch (StoreException e) {
            counters.failures.increment();
            throw new SessionUnavailableError(e);
        }
    }

    /** An end that comes by time must not end what another node has used meanwhile. */
    private boolean claim(SessionStore store, SharedData data) throws StoreException {
        SessionKey key = key(data.getId());
        if (!data.isExpiredAt(System.currentTimeMillis())) {
            return store.delete(key);
        }
        boolean mine = store.deleteUnchanged(key, data.version(), data.storedExpiry());
        if (mine) {
            counters.expired.increment();
        }
        return mine;
    }

    /** Takes it out of the memory of this node. */
    void forget(String id) {
        ((SharedSessionCache) handler.getSessionCache()).evict(id);
    }

    @Override
    public boolean exists(String id) throws StoreException {
        SessionKey key = key(id);
        Optional<SessionStore> store = key.isPossible() ? gate.await() : Optional.empty();
        return store.isPresent() && store.get().exists(key);
    }

    @Override
    public boolean delete(String id) throws StoreException {
        Optional<SessionStore> store = gate.now();
        return store.isPresent() && store.get().delete(key(id));
    }

    @Override
    public Set<String> doGetExpired(Set<String> candidates) {
        Set<String> ended = new HashSet<>(candidates);
        try {
            Optional<SessionStore> store = gate.now();
            if (store.isPresent()) {
                long now = System.currentTimeMillis();
                ended.addAll(store.get()
                        .expired(
                                _context.getCanonicalContextPath(),
                                now - settings.grace().toMillis(),
                                PAGE));
                store.get().sweep(now - settings.abandoned().toMillis());
            }
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
