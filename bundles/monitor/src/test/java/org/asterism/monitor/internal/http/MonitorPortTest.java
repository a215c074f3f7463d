package org.asterism.monitor.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonitorPortTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private MonitorPort port;

    @BeforeEach
    void open() throws IOException {
        port = new MonitorPort(
                "127.0.0.1",
                0,
                Map.of(
                        "/well", () -> HttpAnswer.json(HttpAnswer.OK, "{}"),
                        "/ill", () -> HttpAnswer.json(HttpAnswer.UNAVAILABLE, "{\"ok\":false}"),
                        "/broken",
                                () -> {
                                    throw new IllegalStateException("broken");
                                }));
    }

    @AfterEach
    void close() {
        port.close();
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.port() + path))
                .timeout(TIMEOUT)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aPageIsAnsweredWithItsStatusAndIsNotKept() throws Exception {
        HttpResponse<String> well = ask("GET", "/well?x=1");
        assertThat(well.statusCode()).isEqualTo(200);
        assertThat(well.body()).isEqualTo("{}");
        assertThat(well.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(ask("GET", "/ill").statusCode()).isEqualTo(503);
    }

    @Test
    void headHasNoBody() throws Exception {
        HttpResponse<String> head = ask("HEAD", "/ill");
        assertThat(head.statusCode()).isEqualTo(503);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void othersAreToldWhatThereIs() throws Exception {
        assertThat(ask("POST", "/well").statusCode()).isEqualTo(405);
        HttpResponse<String> nothing = ask("GET", "/well/x");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body()).contains("/ill, /well");
    }

    @Test
    void aPageThatFailsSaysNothingOfWhy() throws Exception {
        HttpResponse<String> broken = ask("GET", "/broken");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body()).isEqualTo("{\"error\":\"it failed, the log says why\"}\n");
    }
}
