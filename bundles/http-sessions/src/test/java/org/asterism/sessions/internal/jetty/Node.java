package org.asterism.sessions.internal.jetty;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpSessionEvent;
import javax.servlet.http.HttpSessionListener;
import org.asterism.sessions.internal.AttributeCodec;
import org.asterism.sessions.internal.AttributeLimits;
import org.asterism.sessions.internal.PlainHomes;
import org.asterism.sessions.internal.SessionCounters;
import org.asterism.sessions.internal.SessionSettings;
import org.asterism.sessions.internal.SessionStore;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** A server with one application, whose sessions come and go as in a server node. */
final class Node implements HttpSessionListener, AutoCloseable {

    private static final SessionSettings SETTINGS = new SessionSettings(
            new AttributeLimits(10_000, 50, 1_000),
            Duration.ZERO,
            Duration.ofSeconds(60),
            Duration.ofHours(1),
            Duration.ZERO,
            Duration.ofHours(1));

    final SessionCounters counters = new SessionCounters();
    final StoreGate gate = new StoreGate(Duration.ZERO);
    final AtomicInteger ended = new AtomicInteger();
    final ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();

    Node(SessionStore store, HttpServlet servlet, int maxInactiveSeconds) throws Exception {
        gate.set(store);
        connector.setHost("127.0.0.1");
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .addCustomizer(new JettySessions(
                        gate, new AttributeCodec(SETTINGS.limits(), new PlainHomes(Map.of())), SETTINGS, counters));
        server.addConnector(connector);
        context.setContextPath("/app");
        context.addServlet(new ServletHolder(servlet), "/*");
        context.getSessionHandler().setMaxInactiveInterval(maxInactiveSeconds);
        context.getSessionHandler().addEventListener(this);
        server.setHandler(context);
        server.start();
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        ended.incrementAndGet();
    }

    /** @param cookie empty: none */
    HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/app/" + path))
                .timeout(Duration.ofSeconds(20));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) { // as declared by Jetty
            throw new AssertionError(e);
        }
    }
}
