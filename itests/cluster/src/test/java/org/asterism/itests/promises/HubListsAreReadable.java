package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.asterism.itests.harness.HubEvents;
import org.asterism.itests.harness.HubPage;
import org.asterism.itests.harness.Logs;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** By HTTP and in the shell, for programs. */
@ExtendWith(SharedStar.class)
class HubListsAreReadable {

    private static final String NODE = "org.asterism.servernode.ServerNode";

    @Test
    void asJsonByHttp(Star star) throws Exception {
        Logs logs = star.logs();
        HubPage hub = star.hubPage(1);

        JsonNode all = hub.cluster();
        assertThat(all.path("members").findValuesAsText("id")).containsExactly("a", "a/1", "a/2", "b", "b/1", "b/2");
        assertThat(all.path("members"))
                .allSatisfy(member ->
                        assertThat(member.at("/connection/address").asText()).startsWith("127.0.0.1:"));
        assertThat(all.at("/hub/role").asText()).isEqualTo("active");

        JsonNode nodes = json(hub, "/cluster?kind=server-node&instance=b&state=UP");
        assertThat(nodes.path("members").findValuesAsText("id")).containsExactly("b/1", "b/2");
        JsonNode services = json(hub, "/cluster?interface=ServerNode&member=a");
        assertThat(services.path("services")).hasSize(2).allSatisfy(service -> assertThat(
                        service.at("/interfaces/0").asText())
                .isEqualTo(NODE));
        assertThat(json(hub, "/cluster?label=no:where").path("members")).isEmpty();
        assertThat(logs.errorsExcept()).isEmpty();
    }

    @Test
    void onlyIfTheyHaveChanged(Star star) {
        HubPage hub = star.hubPage(1);
        for (String path : List.of("/cluster", "/cluster/servers.txt")) {
            String tag = hub.send("GET", path).headers().firstValue("ETag").orElseThrow();
            assertThat(hub.send("GET", path, "If-None-Match", tag).statusCode())
                    .as(path)
                    .isEqualTo(304);
            assertThat(hub.send("GET", path, "If-None-Match", "\"other\"").statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void asTextForLoadBalancers(Star star) {
        HttpResponse<String> answer = star.hubPage(1).send("GET", "/cluster/servers.txt");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(5).startsWith("# asterism-servers 1");
        assertThat(lines.subList(1, 5)).allSatisfy(line -> assertThat(line)
                .matches("[ab]/[12]\thttp://127\\.0\\.0\\.1:[0-9]+\tUP\t1\t[^\t]*/shop[^\t]*\t[ab]\tPROCESS"
                        + "\t20[0-9-]+T[0-9:.]+Z\t-"));
    }

    @Test
    void asEventsThatBeginWithTheView(Star star) {
        try (HubEvents events = HubEvents.of(star.hubPage(1))) {
            HubEvents.Event first = events.all().get(0);
            assertThat(first.type()).isEqualTo("view");
            assertThat(first.id()).matches("[0-9]+-[0-9]+");
            assertThat(first.data().path("members")).hasSize(6);
        }
    }

    @Test
    void butNothingCanBeChangedOrGuessed(Star star) {
        HubPage hub = star.hubPage(1);
        for (String path : List.of("/", "/cluster", "/cluster/servers.txt", "/cluster/events")) {
            assertThat(hub.send("POST", path).statusCode()).as(path).isEqualTo(405);
        }
        HttpResponse<String> bad = hub.send("GET", "/cluster?kind=teapot");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("\"error\"", "teapot");
        assertThat(hub.send("GET", "/cluster/events?x=y").statusCode()).isEqualTo(400);
    }

    @Test
    void asJsonInTheShell(Star star) throws Exception {
        JsonNode members = shell(star, "asterism:members", "--kind", "instance", "--json");
        assertThat(members.findValuesAsText("id")).containsExactly("a", "b");

        JsonNode services = shell(star, "asterism:services", "--json", "--interface", NODE);
        assertThat(services).hasSize(4);

        JsonNode hub = shell(star, "asterism:hub", "--json");
        assertThat(hub.at("/view/connected").asBoolean()).isTrue();
        assertThat(hub.at("/hub/members").asInt()).isEqualTo(6);
        assertThat(hub.path("connections").findValuesAsText("member")).contains("a", "b/2");
    }

    private static JsonNode json(HubPage hub, String path) throws Exception {
        HttpResponse<String> answer = hub.send("GET", path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static JsonNode shell(Star star, String... words) throws Exception {
        return new ObjectMapper().readTree(star.shell("a", words));
    }
}
