package org.asterism.sessions.internal.jetty;

import org.asterism.sessions.internal.AttributeCodec;
import org.asterism.sessions.internal.SessionCounters;
import org.asterism.sessions.internal.SessionSettings;
import org.eclipse.jetty.server.session.SessionCache;
import org.eclipse.jetty.server.session.SessionCacheFactory;
import org.eclipse.jetty.server.session.SessionDataStore;
import org.eclipse.jetty.server.session.SessionDataStoreFactory;
import org.eclipse.jetty.server.session.SessionHandler;

/** What every context that starts finds among the beans of its server. */
final class SessionParts implements SessionCacheFactory, SessionDataStoreFactory {

    private final StoreGate gate;
    private final AttributeCodec codec;
    private final SessionSettings settings;
    private final SessionCounters counters;

    SessionParts(StoreGate gate, AttributeCodec codec, SessionSettings settings, SessionCounters counters) {
        this.gate = gate;
        this.codec = codec;
        this.settings = settings;
        this.counters = counters;
    }

    /** Both belong together; Jetty asks for the cache first and gives it what it asks for next. */
    @Override
    public SessionCache getSessionCache(SessionHandler handler) {
        SharedStore store = new SharedStore(handler, gate, codec, settings, counters);
        SharedSessionCache cache = new SharedSessionCache(handler, gate, store);
        cache.setSessionDataStore(store);
        return cache;
    }

    @Override
    public SessionDataStore getSessionDataStore(SessionHandler handler) {
        return handler.getSessionCache().getSessionDataStore();
    }
}
