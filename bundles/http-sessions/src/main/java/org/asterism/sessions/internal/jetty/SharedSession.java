package org.asterism.sessions.internal.jetty;

import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSessionBindingListener;
import org.asterism.sessions.internal.StoreException;
import org.asterism.sessions.internal.UnstorableAttributeException;
import org.eclipse.jetty.server.session.Session;
import org.eclipse.jetty.util.thread.Locker.Lock;

/** A session that refuses at once what it cannot keep, and of which only one end is heard of. */
final class SharedSession extends Session {

    private final SharedStore store;
    private final Map<String, Object> unsaved = new HashMap<>(); // guarded by the lock

    /** A new one. */
    SharedSession(SharedStore store, HttpServletRequest request, SharedData data) {
        super(store.handler(), request, data);
        this.store = store;
    }

    /** One that was loaded. */
    SharedSession(SharedStore store, SharedData data) {
        super(store.handler(), data);
        this.store = store;
    }

    SharedData data() {
        return (SharedData) getSessionData();
    }

    /**
     * Whoever is bound to the session here hears that it is not if the session cannot be written.
     *
     * @throws UnstorableAttributeException also if sessions live in memory: that may change
     */
    @Override
    @SuppressWarnings("try") // to hold the lock
    public void setAttribute(String name, Object value) {
        if (value != null) {
            store.check(name, value);
        }
        super.setAttribute(name, value);
        try (Lock lock = lock()) {
            if (value instanceof HttpSessionBindingListener) {
                unsaved.put(name, value);
            } else {
                unsaved.remove(name);
            }
        }
    }

    /** Writes what was changed, if anything was. */
    @SuppressWarnings("try") // to hold the lock
    void save() throws StoreException {
        try (Lock lock = lock()) {
            if (isValid() && data().isDirty()) {
                willPassivate();
                try {
                    store.save(data());
                } catch (StoreException | UnstorableAttributeException e) {
                    unsaved.forEach(this::unbindValue);
                    throw e;
                } finally {
                    unsaved.clear();
                    didActivate();
                }
            }
        }
    }

    /** Without a word to listeners if another node was quicker: it tells them. */
    @Override
    public void invalidate() {
        if (isInvalid() || store.claimEnd(data())) {
            super.invalidate();
        } else {
            vanish();
        }
    }

    private void vanish() {
        if (beginInvalidate()) {
            getSessionData().clearAllAttributes();
            finishInvalidate();
            store.forget(getId());
        }
    }
}
