package org.asterism.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One browser that keeps its cookies, wherever it goes. */
public final class Visit {

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Counts one more visit in the session. */
    public JsonNode whoAmI(URI server) throws IOException, InterruptedException {
        return ok(send(server, "GET", "/shop/api/whoami"));
    }

    /** What the visitor holds, and which node says so. */
    public JsonNode holds(URI server) throws IOException, InterruptedException {
        return ok(send(server, "GET", "/shop/api/holds"));
    }

    /** Takes a product in hand; the status of the answer. */
    public int hold(URI server, String sku) throws IOException, InterruptedException {
        return send(server, "POST", "/shop/api/holds/" + sku).statusCode();
    }

    public int putBack(URI server, String sku) throws IOException, InterruptedException {
        return send(server, "DELETE", "/shop/api/holds/" + sku).statusCode();
    }

    private static JsonNode ok(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Shop.json(answer);
    }

    private HttpResponse<String> send(URI server, String method, String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .method(method, BodyPublishers.noBody())
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
    }
}
