package org.asterism.samples.shop.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.samples.shop.internal.FairLocks;
import org.asterism.samples.shop.internal.InMemoryStock;
import org.asterism.samples.shop.internal.OneNode;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The servlets on the web server that server nodes have. */
@Timeout(30)
class HttpTest {

    private final InMemoryStock stock = new InMemoryStock();
    private final FairLocks locks = new FairLocks();
    private final OneNode node = new OneNode("a/1", stock, locks, Duration.ofMillis(200));
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(server, "/shop", ServletContextHandler.SESSIONS);
        context.addServlet(new ServletHolder(new ApiServlet(node.shop())), "/api/*");
        context.addServlet(new ServletHolder(new PageServlet(node.shop(), Template.load("/web/page.html"))), "");
        server.start();
        answer("PUT", "/api/products/x?stock=3");
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private String answer(String method, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, path);
        return response.statusCode() + " " + response.body();
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/shop" + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(10))
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void countsTheVisitsOfASession() throws Exception {
        assertThat(answer("GET", "/api/whoami")).startsWith("200 ").contains("\"node\":\"a/1\"", "\"visits\":1");
        assertThat(answer("GET", "/api/whoami")).contains("\"visits\":2");
        assertThat(answer("GET", "/api/overview")).contains("\"visits\":2");
        assertThat(send("GET", "/").body()).contains("<strong id=\"visits\">3</strong>");
    }

    @Test
    void productsCanBeSeenAndSet() throws Exception {
        assertThat(answer("GET", "/api/products/x")).isEqualTo("200 {\"sku\":\"x\",\"stock\":3}");
        assertThat(answer("PUT", "/api/products/x?stock=9")).isEqualTo("200 {\"sku\":\"x\",\"stock\":9}");
        assertThat(answer("GET", "/api/products/x")).isEqualTo("200 {\"sku\":\"x\",\"stock\":9}");
        assertThat(answer("GET", "/api/products/y")).startsWith("404 {\"error\":\"no-such-product\"");
    }

    @Test
    void productsCanBeReserved() throws Exception {
        assertThat(answer("POST", "/api/products/x/reserve?quantity=2"))
                .matches("200 \\{\"reservation\":\"[0-9a-f-]{36}\",\"stock\":1,\"fencingToken\":2}");
        assertThat(answer("POST", "/api/products/x/reserve?quantity=2"))
                .isEqualTo("409 {\"error\":\"sold-out\",\"detail\":\"only 1 left\"}");
        assertThat(answer("POST", "/api/products/y/reserve?quantity=1"))
                .startsWith("404 {\"error\":\"no-such-product\"");
        assertThat(answer("GET", "/api/products/x/reservations"))
                .isEqualTo("200 {\"sku\":\"x\",\"reservations\":1,\"quantity\":2}");
    }

    @Test
    void badInputIsRefused() throws Exception {
        assertThat(answer("POST", "/api/products/x/reserve?quantity=0")).startsWith("400 {\"error\":\"bad-input\"");
        assertThat(answer("POST", "/api/products/x/reserve")).startsWith("400 {\"error\":\"bad-input\"");
        assertThat(answer("PUT", "/api/products/x?stock=-1")).startsWith("400 {\"error\":\"bad-input\"");
        assertThat(answer("PUT", "/api/products/%3Cb%3E?stock=1")).startsWith("400 {\"error\":\"bad-input\"");
        assertThat(answer("GET", "/api/products/a%20b")).startsWith("400 {\"error\":\"bad-input\"");
        assertThat(answer("DELETE", "/api/products/x")).startsWith("405 {\"error\":\"method-not-allowed\"");
        assertThat(answer("GET", "/api/x")).startsWith("404 {\"error\":\"not-found\"");
        assertThat(answer("DELETE", "/api/x")).startsWith("404 {\"error\":\"not-found\"");
    }

    @Test
    void whatPassesIs503() throws Exception {
        stock.down(true);
        HttpResponse<String> response = send("GET", "/api/products/x");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("{\"error\":\"no-database\",\"detail\":\"down\"}");
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer("GET", "/")).startsWith("200 ").contains("a/1");
        stock.down(false);
        locks.down(true);
        assertThat(answer("POST", "/api/products/x/reserve?quantity=1")).startsWith("503 {\"error\":\"no-hub\"");
        locks.down(false);
        try (HeldLock other = locks.acquire(LockKey.of("shop", "product", "x"), LockMode.EXCLUSIVE, Duration.ZERO)) {
            assertThat(answer("POST", "/api/products/x/reserve?quantity=1"))
                    .startsWith("503 {\"error\":\"lock-timeout\"")
                    .contains(other.key().toString());
        }
        stock.fence().seen(LockKey.of("shop", "product", "x"), Long.MAX_VALUE);
        assertThat(answer("POST", "/api/products/x/reserve?quantity=1")).startsWith("503 {\"error\":\"lock-stale\"");
        locks.lose();
        assertThat(answer("POST", "/api/products/x/reserve?quantity=1")).startsWith("503 {\"error\":\"lock-lost\"");
    }

    @Test
    void thePageShowsTheNodeAndTheStock() throws Exception {
        HttpResponse<String> page = send("GET", "/");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self'");
        assertThat(page.body())
                .contains("<base href=\"/shop/\">", "<strong id=\"node\">a/1</strong>")
                .contains("{&quot;sku&quot;:&quot;x&quot;,&quot;stock&quot;:3}")
                .doesNotContain("{{", "http://", "https://");
    }
}
