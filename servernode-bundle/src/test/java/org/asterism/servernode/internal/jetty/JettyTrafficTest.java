package org.asterism.servernode.internal.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.asterism.servernode.NodeLoad;
import org.asterism.servernode.internal.Traffic;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JettyTrafficTest {

    private final Traffic traffic = new Traffic();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void serve() throws Exception {
        connector.setHost("127.0.0.1");
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .addCustomizer(new JettyTraffic(traffic));
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
        context.addServlet(new ServletHolder(new Pages()), "/*");
        server.setHandler(context);
        server.start();
        assertThat(get(client(), "/.asterism/health")).isEqualTo(200);
    }

    @AfterEach
    void end() throws Exception {
        gate.countDown();
        server.stop();
    }

    @Test
    void aRequestCountsUntilItIsAnswered() throws Exception {
        CompletableFuture<HttpResponse<Void>> slow = client().sendAsync(request("/slow"), nothing());
        await().until(() -> load().requests() == 1);
        gate.countDown();
        assertThat(slow.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        await().until(() -> load().equals(NodeLoad.NONE));
    }

    @Test
    void aSessionCountsUntilItIsEnded() throws Exception {
        HttpClient visitor = client();
        get(visitor, "/visit");
        get(visitor, "/visit");
        get(client(), "/visit");
        get(client(), "/plain");
        await().until(() -> load().equals(new NodeLoad(0, 2)));
        get(visitor, "/logout");
        await().until(() -> load().equals(new NodeLoad(0, 1)));
    }

    private NodeLoad load() {
        return traffic.load(Duration.ofNanos(System.nanoTime()));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private int get(HttpClient client, String path) throws Exception {
        return client.send(request(path), nothing()).statusCode();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path))
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    private static HttpResponse.BodyHandler<Void> nothing() {
        return HttpResponse.BodyHandlers.discarding();
    }

    private final class Pages extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getPathInfo()) {
                case "/visit" -> request.getSession();
                case "/logout" -> ended(request.getSession(false));
                case "/slow" -> pass();
                default -> response.setHeader("X-Plain", "true");
            }
            response.getWriter().print("ok");
        }

        private void ended(HttpSession session) {
            session.invalidate();
        }

        private void pass() {
            try {
                assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
