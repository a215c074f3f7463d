package org.asterism.itests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The HTTP port of one hub. */
public final class HubPage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;

    /**
     * How a hub is.
     *
     * @param role {@code active}, {@code standby} or {@code starting}
     * @param epoch its own if it is active, otherwise that of the active one, if it knows
     */
    public record Standing(String role, long epoch) {

        boolean isActive() {
            return role.equals("active");
        }
    }

    public HubPage(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    public URI base() {
        return base;
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> send(String method, String path, String... headers) {
        try {
            return exchange(method, path, LIMIT, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code GET /cluster} of an active hub. */
    public JsonNode cluster() {
        HttpResponse<String> answer = send("GET", "/cluster");
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
        return json(answer.body());
    }

    /** One member of {@code GET /cluster}; missing if it is not there. */
    public JsonNode member(String id) {
        return StreamSupport.stream(cluster().path("members").spliterator(), false)
                .filter(member -> member.path("id").asText().equals(id))
                .findFirst()
                .orElse(JSON.missingNode());
    }

    /** What the hub says of itself; empty if there is no answer in time. */
    public Optional<Standing> standing(Duration limit) {
        try {
            HttpResponse<String> answer = exchange("GET", "/cluster", limit);
            return answer.headers().firstValue("ETag").isPresent() || answer.statusCode() == 503
                    ? Optional.of(standing(json(answer.body())))
                    : Optional.empty(); // the server is there, its pages are not
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }

    private static Standing standing(JsonNode answer) {
        String role = answer.path("members").isArray()
                ? "active"
                : answer.path("role").asText();
        return new Standing(role, answer.path("epoch").asLong());
    }

    /** Whether the hub knows these members and waits for nobody. */
    public boolean isWholeWith(List<String> ids) {
        try {
            HttpResponse<String> answer = exchange("GET", "/cluster", LIMIT);
            if (answer.statusCode() != 200) {
                return false;
            }
            JsonNode view = json(answer.body());
            return !view.path("warming").asBoolean()
                    && view.path("members").findValuesAsText("id").containsAll(ids);
        } catch (IOException noAnswer) {
            return false;
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    private HttpResponse<String> exchange(String method, String path, Duration limit, String... headers)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(limit).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
