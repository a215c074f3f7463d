package org.asterism.launcher.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.asterism.launcher.cluster.Hosting;
import org.asterism.launcher.terminal.Colours;
import org.junit.jupiter.api.Test;

class StatusFormatTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final ClusterStatus.Hub ACTIVE = new ClusterStatus.Hub(
            "hub",
            State.UP,
            "active",
            OptionalLong.of(3),
            OptionalLong.of(17),
            true,
            "tcp://127.0.0.1:61616",
            "http://127.0.0.1:8180/",
            OptionalLong.of(1));

    private static final ClusterStatus.Hub DOWN = new ClusterStatus.Hub(
            "hub",
            State.DOWN,
            "",
            OptionalLong.empty(),
            OptionalLong.empty(),
            false,
            "tcp://127.0.0.1:61616",
            "http://127.0.0.1:8180/",
            OptionalLong.empty());

    private static final ClusterStatus.Hub STANDBY = new ClusterStatus.Hub(
            "hub-2",
            State.UP,
            "standby",
            OptionalLong.of(3),
            OptionalLong.empty(),
            false,
            "tcp://127.0.0.1:61617",
            "http://127.0.0.1:8181/",
            OptionalLong.of(9));

    @Test
    void tellsWhichHubIsActive() throws Exception {
        assertThat(new StatusTable(Colours.OFF).of(running(List.of(ACTIVE, STANDBY))))
                .contains(
                        "hub        UP       1     tcp://127.0.0.1:61616                   active, epoch 3, revision 17, 2 members, 1 service, warming",
                        "hub-2      UP       9     tcp://127.0.0.1:61617                   standby");
    }

    @Test
    void isATableForPeople() throws Exception {
        assertThat(String.join("\n", new StatusTable(Colours.OFF).of(running())) + "\n")
                .isEqualTo("""
                NAME       STATE    PID   URL
                database   UP       2     jdbc:h2:tcp://127.0.0.1:9092/asterism   h2
                hub        UP       1     tcp://127.0.0.1:61616                   epoch 3, revision 17, 2 members, 1 service, warming
                a          UP       4     http://127.0.0.1:8080
                  a/1      UP       3     http://127.0.0.1:23456                  /shop, 1 restart, the hub says DRAINING
                  a/2      FAILED   -                                             out of memory, not known to the hub
                """);
    }

    @Test
    void tellsWhatItKnowsWhileTheHubIsDown() {
        assertThat(String.join("\n", new StatusTable(Colours.OFF).of(down())) + "\n")
                .isEqualTo("""
                NAME       STATE   PID   URL
                database   DOWN    -     jdbc:postgresql://db/shop   postgresql
                hub        DOWN    -     tcp://127.0.0.1:61616
                There is no instance yet; 'asterism demo' starts a whole cluster.
                ! something is damaged
                """);
    }

    @Test
    void isJsonForPrograms() throws Exception {
        assertThat(JSON.readTree(StatusJson.of(running()))).isEqualTo(JSON.readTree("""
                {"base":"/cluster","portOffset":0,
                 "hub":{"name":"hub","state":"UP","role":"active","epoch":3,"revision":17,"warming":true,
                   "url":"tcp://127.0.0.1:61616","page":"http://127.0.0.1:8180/","pid":1},
                 "hubs":[{"name":"hub","state":"UP","role":"active","epoch":3,"revision":17,"warming":true,
                   "url":"tcp://127.0.0.1:61616","page":"http://127.0.0.1:8180/","pid":1}],
                 "database":{"state":"UP","kind":"h2","url":"jdbc:h2:tcp://127.0.0.1:9092/asterism","pid":2},
                 "members":[{"id":"a","state":"UP"},{"id":"a/1","state":"DRAINING"}],
                 "services":[{"id":"x"}],
                 "instances":[{"name":"a","state":"UP","pid":4,"dispatcher":"http://127.0.0.1:8080","nodes":[
                   {"id":"a/1","state":"UP","reason":"","pid":3,"url":"http://127.0.0.1:23456","restarts":1,"hosting":"process",
                    "applications":["/shop"]},
                   {"id":"a/2","state":"FAILED","reason":"out of memory","pid":null,"url":null,"restarts":0,"hosting":"process",
                    "applications":[]}]}],
                 "monitors":{"a":"http://127.0.0.1:8200","hub":"http://127.0.0.1:8190"},
                 "problems":[]}
                """));
    }

    @Test
    void hasAllKeysWhileTheHubIsDown() throws Exception {
        JsonNode json = JSON.readTree(StatusJson.of(down()));

        assertThat(new ArrayList<>(
                        json.properties().stream().map(e -> e.getKey()).toList()))
                .contains("hub", "database", "members", "services", "instances");
        assertThat(json.path("hub").properties().stream().map(e -> e.getKey()).toList())
                .contains("state", "epoch", "revision", "url", "pid");
        assertThat(json.path("hub").path("state").asText()).isEqualTo("DOWN");
        assertThat(json.path("hub").path("epoch").isNull()).isTrue();
        assertThat(json.path("members")).isEmpty();
    }

    private static ClusterStatus running() throws Exception {
        return running(List.of(ACTIVE));
    }

    private static ClusterStatus running(List<ClusterStatus.Hub> hubs) throws Exception {
        return new ClusterStatus(
                Path.of("/cluster"),
                0,
                ACTIVE,
                hubs,
                new ClusterStatus.Database(State.UP, "h2", "jdbc:h2:tcp://127.0.0.1:9092/asterism", OptionalLong.of(2)),
                list("[{\"id\":\"a\",\"state\":\"UP\"},{\"id\":\"a/1\",\"state\":\"DRAINING\"}]"),
                list("[{\"id\":\"x\"}]"),
                List.of(new ClusterStatus.Instance(
                        "a",
                        State.UP,
                        OptionalLong.of(4),
                        "http://127.0.0.1:8080",
                        List.of(
                                new ClusterStatus.Node(
                                        "a/1",
                                        "UP",
                                        "",
                                        OptionalLong.of(3),
                                        "http://127.0.0.1:23456",
                                        1,
                                        List.of("/shop"),
                                        Hosting.PROCESS),
                                new ClusterStatus.Node(
                                        "a/2",
                                        "FAILED",
                                        "out of memory",
                                        OptionalLong.empty(),
                                        "",
                                        0,
                                        List.of(),
                                        Hosting.PROCESS)))),
                Map.of("hub", "http://127.0.0.1:8190", "a", "http://127.0.0.1:8200"),
                List.of());
    }

    private static ClusterStatus down() {
        return new ClusterStatus(
                Path.of("/cluster"),
                0,
                DOWN,
                List.of(DOWN),
                new ClusterStatus.Database(State.DOWN, "postgresql", "jdbc:postgresql://db/shop", OptionalLong.empty()),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of("something is damaged"));
    }

    private static List<JsonNode> list(String json) throws Exception {
        List<JsonNode> nodes = new ArrayList<>();
        JSON.readTree(json).forEach(nodes::add);
        return nodes;
    }
}
