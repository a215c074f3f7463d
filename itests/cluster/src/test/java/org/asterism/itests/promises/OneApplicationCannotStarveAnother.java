package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Visit;
import org.asterism.itests.war.StuckApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An application answers nothing and its line is full; the shop on the same server node is served as ever. The dispatcher has small
 * bounds here, so that few requests fill them.
 */
@ExtendWith(SharedStar.class)
class OneApplicationCannotStarveAnother {

    private static final Duration LIMIT = Duration.ofSeconds(80);
    private static final int IN_FLIGHT = 4;
    private static final int WAITING = 6;
    private static final int TOO_MANY = 5;
    private static final int SHOPPERS = 100;
    private static final String BOUNDS = "\nlimit.min = 2\nlimit.max = " + IN_FLIGHT + "\nqueue.max = " + WAITING
            + "\nqueue.millis = 80000\nresponse.millis = 80000\n";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Path configuration;
    private String before;
    private Path application;

    @BeforeEach
    void deploy(Star star) throws Exception {
        configuration = star.base().resolve("instances/a/etc/org.asterism.dispatcher.cfg");
        before = Files.readString(configuration);
        application = star.base().resolve("instances/a/nodes/1/deploy/stuck-1.0.war");
        Files.writeString(configuration, before + BOUNDS);
        StuckApplication.writeTo(application);
        star.awaitStatus("a/1 has the stuck application", status -> status.node("a/1")
                .orElseThrow()
                .get("applications")
                .toString()
                .contains("\"/stuck\""));
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> stuck(star).get("mostWaiting").asInt() == WAITING);
    }

    @AfterEach
    void undeploy(Star star) throws Exception {
        Files.deleteIfExists(application);
        Files.writeString(configuration, before);
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> status(star.dispatcher(0).resolve("/shop/api/whoami")) == 200
                        && dispatcher(star)
                                        .get("applications")
                                        .findValue("mostWaiting")
                                        .asInt()
                                > WAITING);
    }

    @Test
    void theShopIsServedWhileAnotherHasAFullLine(Star star) throws Exception {
        Visit shopper = tiedTo("a/1", star.dispatcher(0));
        List<CompletableFuture<HttpResponse<String>>> stuck = new ArrayList<>();
        for (int i = 0; i < IN_FLIGHT + WAITING; i++) {
            stuck.add(send(star.dispatcher(0).resolve("/stuck/")));
        }
        await().atMost(LIMIT).until(() -> stuck(star).get("waiting").asInt() == WAITING);

        for (int i = 0; i < TOO_MANY; i++) {
            HttpResponse<String> refused =
                    send(star.dispatcher(0).resolve("/stuck/")).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After-Ms")).isPresent();
        }
        int served = 0;
        for (int i = 0; i < SHOPPERS; i++) {
            String node = shopper.whoAmI(star.dispatcher(0)).get("node").asText();
            served += node.equals("a/1") ? 1 : 0;
        }

        assertThat(served).isEqualTo(SHOPPERS);
        assertThat(stuck).noneMatch(CompletableFuture::isDone);
        assertThat(stuck(star).get("rejected").asInt()).isEqualTo(TOO_MANY);

        open(star);
        for (CompletableFuture<HttpResponse<String>> one : stuck) {
            HttpResponse<String> answer = one.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("free");
        }
    }

    /** Else the shopper would be sent to a node that has less to do. */
    private static Visit tiedTo(String node, URI dispatcher) throws Exception {
        for (int i = 0; i < 50; i++) {
            Visit visit = new Visit();
            if (visit.whoAmI(dispatcher).get("node").asText().equals(node)) {
                return visit;
            }
        }
        throw new AssertionError("nobody was sent to " + node);
    }

    private void open(Star star) throws Exception {
        URI node = URI.create(star.status().node("a/1").orElseThrow().get("url").asText());
        HttpRequest post = HttpRequest.newBuilder(node.resolve("/stuck/"))
                .POST(BodyPublishers.noBody())
                .timeout(LIMIT)
                .build();
        assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private CompletableFuture<HttpResponse<String>> send(URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).timeout(LIMIT).build(), BodyHandlers.ofString());
    }

    private int status(URI uri) throws Exception {
        return send(uri).get(LIMIT.toSeconds(), TimeUnit.SECONDS).statusCode();
    }

    private static JsonNode dispatcher(Star star) throws Exception {
        String json = star.shell("a", "asterism:dispatch", "--instance", "a", "--json");
        return new ObjectMapper().readTree(json).at("/dispatchers/0");
    }

    private static JsonNode stuck(Star star) throws Exception {
        return StreamSupport.stream(dispatcher(star).get("applications").spliterator(), false)
                .filter(known -> known.get("path").asText().equals("/stuck"))
                .findFirst()
                .orElseThrow();
    }
}
