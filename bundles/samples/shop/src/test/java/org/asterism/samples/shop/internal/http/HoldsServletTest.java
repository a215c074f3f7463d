package org.asterism.samples.shop.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockSession;
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

@Timeout(30)
class HoldsServletTest {

    private final OneNode node = new OneNode("a/1", new InMemoryStock(), new FairLocks(), Duration.ofMillis(200));
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final Map<LockKey, String> holders = new ConcurrentHashMap<>();

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(server, "/shop", ServletContextHandler.SESSIONS);
        context.addServlet(
                new ServletHolder(new HoldsServlet(node.shop(), session -> session(session.getId()))), "/api/holds/*");
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void oneVisitorHoldsAProductUntilItIsPutBack() throws Exception {
        HttpClient one = visitor();
        HttpClient other = visitor();
        assertThat(send(one, "POST", "/x")).isEqualTo("200 {\"node\":\"a/1\",\"holds\":[\"x\"]}");
        assertThat(send(one, "POST", "/x")).isEqualTo("200 {\"node\":\"a/1\",\"holds\":[\"x\"]}");
        assertThat(send(other, "POST", "/x")).startsWith("409 {\"error\":\"held\"");
        assertThat(send(other, "GET", "")).isEqualTo("200 {\"node\":\"a/1\",\"holds\":[]}");
        assertThat(send(one, "DELETE", "/x")).isEqualTo("200 {\"node\":\"a/1\",\"holds\":[]}");
        assertThat(send(other, "POST", "/x")).startsWith("200");
    }

    @Test
    void refusesWhatMakesNoSense() throws Exception {
        assertThat(send(visitor(), "POST", "")).startsWith("400 ");
        assertThat(send(visitor(), "PUT", "/x")).startsWith("405 ");
    }

    private static HttpClient visitor() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private String send(HttpClient visitor, String method, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/shop/api/holds" + path);
        HttpResponse<String> answer = visitor.send(
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    /** One map for all: a key has one holder. */
    private LockSession session(String id) {
        return proxy(LockSession.class, (method, args) -> switch (method) {
            case "held" -> held(id);
            case "tryAcquire" ->
                id.equals(holders.computeIfAbsent((LockKey) args[0], free -> id))
                        ? Optional.of(lock((LockKey) args[0]))
                        : Optional.empty();
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private List<HeldLock> held(String id) {
        List<HeldLock> held = new ArrayList<>();
        holders.forEach((key, holder) -> {
            if (holder.equals(id)) {
                held.add(lock(key));
            }
        });
        return held;
    }

    private HeldLock lock(LockKey key) {
        return proxy(HeldLock.class, (method, args) -> switch (method) {
            case "key" -> key;
            case "close" -> {
                holders.remove(key);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private interface Call {
        Object answer(String method, Object[] args);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> call.answer(method.getName(), args)));
    }
}
