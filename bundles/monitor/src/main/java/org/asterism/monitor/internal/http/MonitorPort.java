package org.asterism.monitor.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.asterism.documents.JsonText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers GET and HEAD of a few paths, with two threads that end when nobody asks. Whoever is slow to ask or to read is cut off
 * after ten seconds; if more than sixteen wait, the thread that accepts helps, and accepts nobody meanwhile.
 */
public final class MonitorPort implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MonitorPort.class);
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 16;
    private static final String SECONDS = "10";
    private static final long IDLE_SECONDS = 30;

    private final Map<String, Supplier<HttpAnswer>> pages;
    private final HttpServer server;
    private final ExecutorService executor;

    /**
     * Listens at once.
     *
     * @param pages the answers by path
     * @throws IOException if the port is in use
     */
    public MonitorPort(String host, int port, Map<String, Supplier<HttpAnswer>> pages) throws IOException {
        this.pages = new TreeMap<>(pages);
        bound("sun.net.httpserver.maxReqTime", SECONDS);
        bound("sun.net.httpserver.maxRspTime", SECONDS);
        this.server = HttpServer.create(new InetSocketAddress(host, port), MOST_WAITING);
        this.executor = executor();
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /** These are known to the JVM as a whole; whoever has set them before knows better. */
    private static void bound(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static ThreadPoolExecutor executor() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                task -> new Thread(task, "asterism-monitor-http"),
                new ThreadPoolExecutor.CallerRunsPolicy());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpAnswer answer =
                    answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : answer.body().length);
            if (!head) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private HttpAnswer answer(String method, String path) {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return error(HttpAnswer.NOT_ALLOWED, "only GET and HEAD are answered here");
        }
        Supplier<HttpAnswer> page = pages.get(path);
        if (page == null) {
            return error(HttpAnswer.NOT_FOUND, "there is nothing here; try " + String.join(", ", pages.keySet()));
        }
        try {
            return page.get();
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be answered", path, e);
            return error(HttpAnswer.FAILED, "it failed, the log says why");
        }
    }

    private static HttpAnswer error(int status, String message) {
        return HttpAnswer.json(status, JsonText.line(Map.of("error", message)));
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdown();
    }
}
