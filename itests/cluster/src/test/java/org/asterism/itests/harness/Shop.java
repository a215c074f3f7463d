package org.asterism.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of the sample application. */
public final class Shop {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60); // longer than a node waits for a lock

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;

    public Shop(URI base) {
        this.base = base;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    public HttpResponse<String> put(String sku, int stock) throws IOException, InterruptedException {
        return send(request("/shop/api/products/" + sku + "?stock=" + stock).PUT(BodyPublishers.noBody()));
    }

    public HttpResponse<String> reserve(String sku, int quantity) throws IOException, InterruptedException {
        return send(request("/shop/api/products/" + sku + "/reserve?quantity=" + quantity)
                .POST(BodyPublishers.noBody()));
    }

    public void create(String sku, int stock) throws IOException, InterruptedException {
        HttpResponse<String> answer = put(sku, stock);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    public int stock(String sku) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/shop/api/products/" + sku);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("stock").asInt();
    }

    public static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
