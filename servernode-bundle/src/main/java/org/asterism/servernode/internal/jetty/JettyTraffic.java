package org.asterism.servernode.internal.jetty;

import java.time.Duration;
import javax.servlet.http.HttpSession;
import org.asterism.servernode.internal.DeployedContext;
import org.asterism.servernode.internal.Traffic;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.component.ContainerLifeCycle;

/**
 * Counts requests and sessions of all contexts. It comes to the server as a customizer of requests, which Pax Web adds without a restart;
 * the first request shows it the connector, and from the next connection on it is told of the beginning and the end of each. Requests
 * to the agent do not count; as the first one is a health probe, none of an application is missed.
 */
public final class JettyTraffic implements HttpConfiguration.Customizer, HttpChannel.Listener {

    private final Traffic traffic;

    /** Counting there. */
    public JettyTraffic(Traffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        if (connector instanceof ContainerLifeCycle beans && !beans.contains(this)) {
            beans.addBean(this, false);
        }
    }

    @Override
    public void onRequestBegin(Request request) {
        if (counts(request)) {
            traffic.begun();
        }
    }

    @Override
    public void onAfterDispatch(Request request) {
        HttpSession session = counts(request) ? request.getSession(false) : null;
        String requested = request.getRequestedSessionId();
        if (session != null) {
            traffic.used(key(request, session.getId()), idle(session), Duration.ofNanos(System.nanoTime()));
        } else if (requested != null) {
            traffic.gone(key(request, requested));
        }
    }

    @Override
    public void onComplete(Request request) {
        if (counts(request)) {
            traffic.ended();
        }
    }

    private static Duration idle(HttpSession session) {
        return Duration.ofSeconds(session.getMaxInactiveInterval());
    }

    /** Applications have sessions of their own under one id. */
    private static String key(Request request, String id) {
        int worker = id.indexOf('.');
        return request.getContextPath() + " " + (worker < 0 ? id : id.substring(0, worker));
    }

    private static boolean counts(Request request) {
        String path = request.getRequestURI();
        return path == null || !path.startsWith(DeployedContext.AGENT + "/");
    }
}
