package org.asterism.hub.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.asterism.cluster.ClusterView;
import org.asterism.hub.internal.standby.HubRole;
import org.asterism.hub.internal.standby.HubRole.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterServletTest {

    private HubPort port;

    @BeforeEach
    void open() throws Exception {
        port = new HubPort();
        port.hub.setServer(new FixedServer(Examples.VIEW));
    }

    @AfterEach
    void close() throws Exception {
        port.close();
    }

    @Test
    void theListsAreJson() throws Exception {
        HttpResponse<String> answer = port.get("/cluster?kind=instance&label=zone:eu");

        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json.path("members")).hasSize(1);
        assertThat(json.at("/members/0/connection/slow").asBoolean()).isTrue();
        assertThat(json.at("/services/0/id").asText()).isEqualTo("node-a");
    }

    @Test
    void oneWhoHasTheListsAlreadyIsToldSo() throws Exception {
        String tag = port.get("/cluster").headers().firstValue("ETag").orElseThrow();

        assertThat(tag).isEqualTo("W/\"7-9\"");
        assertThat(port.get("/cluster", "If-None-Match", "\"x\", " + tag).statusCode())
                .isEqualTo(304);
        assertThat(port.get("/cluster", "If-None-Match", "W/\"7-8\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theServersAreText() throws Exception {
        HttpResponse<String> answer = port.get("/cluster/servers.txt");

        assertThat(answer.body()).startsWith("# asterism-servers 1\na/1\thttp://");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(port.get("/cluster/servers.txt", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void noListOfServersIsBetterThanHalfAList() throws Exception {
        port.hub.setServer(
                new FixedServer(new ClusterView(7, 9, true, false, Examples.VIEW.members(), Examples.VIEW.services())));

        HttpResponse<String> answer = port.get("/cluster/servers.txt");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(port.get("/cluster").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/hub.js", "/hub.css", "/cluster", "/cluster/servers.txt", "/cluster/events", "/nothing"})
    void nothingIsCachedOrGuessed(String path) throws Exception {
        HttpResponse<String> answer = port.send("HEAD", path);

        assertThat(answer.statusCode()).isEqualTo(path.equals("/nothing") ? 404 : 200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"})
    void nothingButReadingIsAnswered(String method) throws Exception {
        for (String path : new String[] {"/", "/cluster", "/cluster/events"}) {
            HttpResponse<String> answer = port.send(method, path);

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
            assertThat(answer.body()).isEqualTo("{\"error\":\"only GET and HEAD are answered here\"}\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cluster?kind=x",
                "/cluster?a=b",
                "/cluster/servers.txt?a=b",
                "/cluster/events?a=b",
                "/cluster?label=x"
            })
    void badParametersAreNamed(String path) throws Exception {
        HttpResponse<String> answer = port.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"not a ");
    }

    @Test
    void oneThatRefusesToWorkSaysWhy() throws Exception {
        try (HubPort refused = new HubPort()) {
            refused.hub.setRole(() -> HubRole.State.refused("the port is taken"));

            HttpResponse<String> answer = refused.get("/cluster");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("{\"role\":\"refused\",\"reason\":\"the port is taken\"}\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cluster", "/cluster/servers.txt", "/cluster/events"})
    void oneWhoseLeaseIsOverDoesNotSayWhatItHas(String path) throws Exception {
        port.hub.setRole(() -> new HubRole.State(Role.ACTIVE, "10.0.0.1:61616", 7, ""));
        if (!path.endsWith("events")) {
            assertThat(port.get(path).statusCode()).isEqualTo(200);
        }
        port.hub.setRole(() -> new HubRole.State(Role.STANDBY, "", 0, "too late"));

        assertThat(port.get(path).statusCode()).isEqualTo(503);
        assertThat(port.get(path).body()).startsWith("{\"role\":\"standby\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cluster", "/cluster/servers.txt", "/cluster/events"})
    void aStandbySaysSo(String path) throws Exception {
        try (HubPort standby = new HubPort()) {
            assertThat(standby.get(path).body()).isEqualTo("{\"role\":\"starting\"}\n");
            standby.hub.setRole(() -> new HubRole.State(Role.STANDBY, "10.0.0.2:61616", 7, ""));

            HttpResponse<String> answer = standby.get(path);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .isEqualTo("{\"role\":\"standby\",\"active\":\"10.0.0.2:61616\",\"epoch\":7,\"remark\":\"\"}\n");
        }
    }
}
