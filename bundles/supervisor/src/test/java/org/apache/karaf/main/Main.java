package org.apache.karaf.main;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * Stands in for Karaf in a process of its own: an engine with an agent and one application. Files in its {@code deploy}
 * directory make it misbehave: {@code broken} ends it at once, {@code stubborn} lets it ignore SIGTERM, {@code greedy} takes all its
 * memory.
 */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path deploy = Path.of(System.getProperty("karaf.base"), "deploy");
        if (Files.exists(deploy.resolve("broken"))) {
            System.exit(3);
        }
        if (Files.exists(deploy.resolve("greedy"))) {
            fillTheHeap();
        }
        if (Files.exists(deploy.resolve("stubborn"))) {
            Runtime.getRuntime().addShutdownHook(new Thread(Main::waitForEver));
        }
        byte[] health = """
                {"id":"%s","incarnation":"%s","state":"UP","pid":%d,"applications":["/shop"]}""".formatted(
                        System.getProperty("asterism.member.id"),
                        UUID.randomUUID(),
                        ProcessHandle.current().pid())
                .getBytes(StandardCharsets.UTF_8);
        int port = Integer.getInteger("asterism.http.port");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/.asterism/health", exchange -> {
            exchange.sendResponseHeaders(200, health.length);
            exchange.getResponseBody().write(health);
            exchange.close();
        });
        server.start();
        waitForEver();
    }

    private static void fillTheHeap() {
        Object all = null;
        while (true) {
            all = new Object[] {all, new byte[1024 * 1024]};
        }
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
