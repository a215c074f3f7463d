package org.asterism.sessions.internal.jetty;

import org.asterism.sessions.internal.AttributeCodec;
import org.asterism.sessions.internal.SessionCounters;
import org.asterism.sessions.internal.SessionSettings;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpOutput;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.session.DefaultSessionCache;
import org.eclipse.jetty.server.session.HouseKeeper;
import org.eclipse.jetty.server.session.SessionCache;
import org.eclipse.jetty.server.session.SessionContext;
import org.eclipse.jetty.server.session.SessionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the store to the server, as a customizer of requests: Pax Web adds those without a restart of the server, and the server
 * is seen before its first request is handled. Contexts that start later find {@link SessionParts}; those that have started
 * before, without a request and so without a session, are changed over.
 */
public final class JettySessions implements HttpConfiguration.Customizer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JettySessions.class);

    private final SessionParts parts;
    private final SessionSettings settings;
    private final UnderWay underWay = new UnderWay();
    private volatile Server server;

    public JettySessions(StoreGate gate, AttributeCodec codec, SessionSettings settings, SessionCounters counters) {
        this.parts = new SessionParts(gate, codec, settings, counters);
        this.settings = settings;
    }

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        if (connector.getServer() != server) {
            attach(connector.getServer());
        }
        HttpOutput output = request.getResponse().getHttpOutput();
        if (!(output.getInterceptor() instanceof StoreBeforeAnswer)) { // Pax Web adds all again when another one comes
            output.setInterceptor(new StoreBeforeAnswer(request, output.getInterceptor()));
        }
    }

    private synchronized void attach(Server seen) {
        if (seen == server) {
            return;
        }
        for (Connector connector : seen.getConnectors()) {
            if (connector instanceof AbstractConnector counted && !counted.contains(underWay)) {
                counted.addBean(underWay, false);
            }
        }
        boolean complete = true;
        synchronized (seen) { // as contexts do that start
            seen.addBean(parts, false);
            for (Handler context : seen.getChildHandlersByClass(ContextHandler.class)) {
                complete &= changeOver((ContextHandler) context);
            }
        }
        if (complete) {
            scavenge(seen);
            server = seen;
        }
    }

    /** How many requests have begun and are not answered to the end. */
    public int underWay() {
        return underWay.count();
    }

    private void scavenge(Server seen) {
        HouseKeeper houseKeeper = seen.getSessionIdManager().getSessionHouseKeeper();
        try {
            houseKeeper.setIntervalSec(settings.scavenge().toSeconds());
        } catch (Exception e) { // as declared by Jetty
            LOG.warn("sessions that have ended are looked for every {} s", houseKeeper.getIntervalSec(), e);
        }
    }

    /** @return false if it is just being started: it has no requests yet, and the next request finds it started */
    private boolean changeOver(ContextHandler context) {
        SessionHandler sessions = context.getChildHandlerByClass(SessionHandler.class);
        SessionCache before = sessions == null ? null : sessions.getSessionCache();
        if (before == null) {
            return true; // will find the parts when it starts
        }
        if (sessions.isStarting()) {
            return false;
        }
        if (before instanceof DefaultSessionCache used && used.getSessionsCurrent() > 0) {
            LOG.warn("sessions of {} stay in memory until it is started again", context.getContextPath());
        } else {
            changeOver(context, sessions);
        }
        return true;
    }

    private void changeOver(ContextHandler context, SessionHandler sessions) {
        SessionCache cache = parts.getSessionCache(sessions);
        if (!sessions.isStarted()) {
            sessions.setSessionCache(cache);
            return;
        }
        String worker = sessions.getSessionIdManager().getWorkerName();
        cache.initialize(new SessionContext(worker, context.getServletContext()));
        try {
            cache.start();
            sessions.setSessionCache(cache);
            sessions.manage(cache);
        } catch (Exception e) { // as declared by Jetty
            LOG.warn("sessions of {} stay in memory until it is started again", context.getContextPath(), e);
        }
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.removeBean(parts);
            for (Connector connector : server.getConnectors()) {
                if (connector instanceof AbstractConnector counted) {
                    counted.removeBean(underWay);
                }
            }
        }
    }
}
