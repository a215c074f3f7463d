package org.asterism.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The port of one container where its numbers and health are. */
public final class Monitor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;

    private Monitor(URI base) {
        this.base = base;
    }

    /** Of a hub, an instance or a server node. */
    public static Monitor of(Star star, String name) throws IOException {
        String[] parts = name.split("/", -1);
        Path directory = star.base()
                .resolve(
                        name.startsWith("hub")
                                ? name
                                : "instances/" + parts[0] + (parts.length == 1 ? "" : "/nodes/" + parts[1]));
        JsonNode record = JSON.readTree(directory.resolve("process.json").toFile());
        int port = record.path("ports").path("monitor").asInt();
        assertThat(port).as("the port of %s in %s", name, record).isPositive();
        return new Monitor(URI.create("http://127.0.0.1:" + port));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    public JsonNode health(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    /** All lines of the numbers that are no comments. */
    public List<String> numbers(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        return Arrays.stream(answer.body().split("\n"))
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** One number; 0 if it is not there. */
    public double number(String series) throws IOException, InterruptedException {
        return numbers("/metrics").stream()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }
}
