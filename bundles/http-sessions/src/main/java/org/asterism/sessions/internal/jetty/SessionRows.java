package org.asterism.sessions.internal.jetty;

import java.util.List;
import java.util.Optional;
import org.asterism.sessions.internal.AttributeCodec;
import org.asterism.sessions.internal.LostUpdateException;
import org.asterism.sessions.internal.SessionCounters;
import org.asterism.sessions.internal.SessionKey;
import org.asterism.sessions.internal.SessionSettings;
import org.asterism.sessions.internal.SessionStore;
import org.asterism.sessions.internal.StoreException;
import org.asterism.sessions.internal.StoredSession;
import org.asterism.sessions.internal.UnreadableSessionException;
import org.asterism.sessions.internal.UnstorableAttributeException;
import org.eclipse.jetty.server.session.SessionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of the sessions of one context. Where there is no store there are none, and nothing is written. */
final class SessionRows {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRows.class);
    private static final int PAGE = 500;

    private final SessionContext context;
    private final StoreGate gate;
    private final AttributeCodec codec;
    private final SessionSettings settings;
    private final SessionCounters counters;

    SessionRows(
            SessionContext context,
            StoreGate gate,
            AttributeCodec codec,
            SessionSettings settings,
            SessionCounters counters) {
        this.context = context;
        this.gate = gate;
        this.codec = codec;
        this.settings = settings;
        this.counters = counters;
    }

    private SessionKey key(String id) {
        return new SessionKey(context.getCanonicalContextPath(), id);
    }

    Optional<SharedData> load(String id) throws StoreException {
        SessionKey key = key(id);
        Optional<SessionStore> store = key.isPossible() ? gate.await() : Optional.empty();
        Optional<StoredSession> stored = store.isPresent() ? store.get().load(key) : Optional.empty();
        return stored.isPresent() ? read(store.get(), key, stored.get()) : Optional.empty();
    }

    private Optional<SharedData> read(SessionStore store, SessionKey key, StoredSession stored) throws StoreException {
        SharedData data = new SharedData(key.id(), key.context(), context.getVhost(), stored.times());
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
            return Optional.empty();
        }
        data.clean();
        counters.loaded.increment();
        return Optional.of(data);
    }

    /** What is refused once is refused for ever. */
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
        context.run(() -> bytes[0] = codec.encode(data.getAllAttributes()));
        long now = System.currentTimeMillis();
        data.isStored(store.save(key(id), data.stored(now, bytes[0])));
        data.setLastSaved(now);
        data.clean();
        counters.saved.increment();
        counters.savedBytes.add(bytes[0].length);
    }

    void touch(SharedData data) throws StoreException {
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

    /** @return whether this node ended it */
    boolean claimEnd(SharedData data) throws StoreException {
        Optional<SessionStore> store = gate.now();
        boolean mine = data.version() == 0 || store.isEmpty() || claim(store.get(), data);
        data.refuse(); // nothing brings it back
        return mine;
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

    boolean exists(String id) throws StoreException {
        SessionKey key = key(id);
        Optional<SessionStore> store = key.isPossible() ? gate.await() : Optional.empty();
        return store.isPresent() && store.get().exists(key);
    }

    boolean delete(String id) throws StoreException {
        Optional<SessionStore> store = gate.now();
        return store.isPresent() && store.get().delete(key(id));
    }

    /** The ids of those that have ended; what nobody asks for any more is removed on the way. */
    List<String> expired() throws StoreException {
        Optional<SessionStore> store = gate.now();
        if (store.isEmpty()) {
            return List.of();
        }
        long now = System.currentTimeMillis();
        store.get().sweep(now - settings.abandoned().toMillis());
        return store.get()
                .expired(
                        context.getCanonicalContextPath(),
                        now - settings.grace().toMillis(),
                        PAGE);
    }
}
