package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.asterism.itests.war.PlainApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A web application that knows nothing of OSGi, and brings its own expression language and XML parser, is dropped into two nodes as it is:
 * its pages, filters, listeners, uploads and WebSockets work through the dispatcher, and its sessions move.
 */
@ExtendWith(SharedStar.class)
class PlainWarsRun {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(LIMIT)
            .build();
    private List<Path> files = List.of();

    @Test
    void asTheyAre(Star star) throws Exception {
        files = List.of(deploy(star, "a", 1), deploy(star, "b", 1));
        star.awaitStatus("two nodes have it", status -> has(status, "a/1") && has(status, "b/1"));
        URI plain = star.dispatcher(0).resolve("/plain/");

        assertThat(get(plain.resolve("index.jsp"))).isEqualTo("3 elements, visit 1 of /plain");
        assertThat(get(plain.resolve("index.jsp"))).isEqualTo("3 elements, visit 2 of /plain");
        assertThat(upload(plain.resolve("upload"), "lamp.txt", "x".repeat(100_000)))
                .isEqualTo("Upload[name=lamp.txt, bytes=100000]");
        assertThat(echo(URI.create("ws" + plain.resolve("echo").toString().substring(4)), "hello"))
                .isEqualTo("echo hello");

        Signals.kill(star.process("a/1"));

        assertThat(get(plain.resolve("index.jsp"))).isEqualTo("3 elements, visit 3 of /plain");
        assertThat(get(plain.resolve("upload"))).isEqualTo("Upload[name=lamp.txt, bytes=100000]");
    }

    @AfterEach
    void undeploy() throws Exception {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean has(Status status, String node) {
        return status.node(node).orElseThrow().get("applications").toString().contains("\"/plain\"");
    }

    private static Path deploy(Star star, String instance, int node) throws Exception {
        Path file = star.base().resolve("instances/" + instance + "/nodes/" + node + "/deploy/plain-1.0.war");
        PlainApplication.writeTo(file);
        return file;
    }

    private String get(URI uri) throws Exception {
        return send(HttpRequest.newBuilder(uri));
    }

    private String upload(URI uri, String name, String content) throws Exception {
        String body = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n"
                + content + "\r\n--limit--\r\n";
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = browser.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as("%s", response.body()).isEqualTo(200);
        return response.body().strip();
    }

    private String echo(URI uri, String message) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        WebSocket socket = browser.newWebSocketBuilder()
                .buildAsync(uri, new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
                        answer.complete(data.toString());
                        return null;
                    }
                })
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        try {
            socket.sendText(message, true).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } finally {
            socket.abort();
        }
    }
}
