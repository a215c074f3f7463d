package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asterism.deployment.ChangeRequest;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.Drift;
import org.asterism.deployment.DriftKind;
import org.asterism.deployment.NodeProgress;
import org.asterism.deployment.NodeStep;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.Rollout;
import org.asterism.deployment.RolloutState;
import org.asterism.deployment.Target;
import org.asterism.itests.deploy.Applications;
import org.asterism.itests.deploy.Operator;
import org.asterism.itests.harness.Load;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is deployed to the cluster once is on all nodes: also on those that start later, in the newest version, without a failed request. */
@ExtendWith(SharedStar.class)
class DeployedOnceRunsEverywhere {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final List<String> NODES = List.of("a/1", "a/2", "b/1", "b/2");
    private static final int MOMENT = 50;

    @TempDir
    Path files;

    @Test
    void whateverItIs(Star star) throws Exception {
        try (Operator operator = Operator.of(star)) {
            Path part = Applications.bundle(files, "org.example.part", "1.0.0", "");
            Path repository = Applications.repository(files, "org.example.feature", "1.0.0", part);

            Rollout rollout = operator.deploy(
                    RollOptions.ROLLING,
                    operator.send(Applications.war(files, "deployed", "1.0.0")),
                    operator.send(Applications.bundle(files, "org.example.plain", "1.2.3", "")),
                    Deployment.feature(
                            "org.example.feature", "1.0.0", repository.toUri().toString(), Target.CLUSTER),
                    Deployment.configuration("org.example.pid", Map.of("colour", "blue"), Target.CLUSTER),
                    Deployment.configuration("org.example.pid", Map.of("colour", "red"), Target.parse("b/1")));

            assertThat(rollout.state()).as("%s", rollout).isEqualTo(RolloutState.DONE);
            assertThat(rollout.nodes().stream().map(NodeProgress::step))
                    .containsOnly(NodeStep.DONE)
                    .hasSize(4);
            for (URI node : star.nodeUrls()) {
                assertThat(get(HttpClient.newHttpClient(), node, "/deployed/version")
                                .body())
                        .isEqualTo("1.0.0 1");
            }
            for (String node : NODES) {
                assertThat(star.shell(node, "bundle:list")).contains("org.example.plain", "org.example.part");
                assertThat(star.shell(node, "config:property-list", "--pid", "org.example.pid"))
                        .contains("colour = " + (node.equals("b/1") ? "red" : "blue"));
            }

            Signals.kill(star.process("a/1"));
            star.awaitStatus("the new life of a/1 has it", status -> has(status, "a/1", "/deployed"));

            operator.undeploy("deployed", "org.example.plain", "org.example.feature");
            assertThat(star.shell("a/2", "bundle:list")).doesNotContain("org.example.plain", "org.example.part");
            star.awaitStatus("it is gone", status -> NODES.stream().noneMatch(node -> has(status, node, "/deployed")));
        }
    }

    @Test
    void anUpdateLosesNothing(Star star) throws Exception {
        try (Operator operator = Operator.of(star)) {
            operator.deploy(RollOptions.ROLLING, operator.send(Applications.war(files, "updated", "1.0.0")));
            star.awaitStatus("all have it", status -> NODES.stream().allMatch(node -> has(status, node, "/updated")));
            HttpClient visitor = browser();
            assertThat(get(visitor, star.dispatcher(0), "/updated/version").body())
                    .isEqualTo("1.0.0 1");
            Deployment next = operator.send(Applications.war(files, "updated", "2.0.0"));
            try (Load load = Load.of(customers(star))) {
                load.awaitMore(MOMENT);

                Rollout rollout = operator.deploy(RollOptions.ROLLING, next);

                load.awaitMore(MOMENT);
                assertThat(load.stop().failures()).isEmpty();
                assertThat(rollout.state()).as("%s", rollout).isEqualTo(RolloutState.DONE);
            }
            assertThat(get(visitor, star.dispatcher(1), "/updated/version").body())
                    .isEqualTo("2.0.0 2");
        }
    }

    @Test
    void aBadVersionRollsItselfBack(Star star) throws Exception {
        try (Operator operator = Operator.of(star)) {
            operator.deploy(
                    RollOptions.ROLLING, operator.send(Applications.bundle(files, "org.example.fragile", "1.0.0", "")));
            Deployment broken =
                    operator.send(Applications.bundle(files, "org.example.fragile", "2.0.0", "org.example.nowhere"));
            RollOptions quick = new RollOptions(false, true, false, Duration.ofSeconds(5), Duration.ofSeconds(10));

            Rollout rollout = operator.deploy(quick, broken);

            assertThat(rollout.state()).as("%s", rollout).isEqualTo(RolloutState.WENT_BACK);
            assertThat(rollout.reason()).contains("org.example.fragile", "org.example.nowhere");
            for (String node : NODES) {
                assertThat(star.shell(node, "bundle:list", "-s"))
                        .containsPattern("Active.*1\\.0\\.0.*org\\.example\\.fragile");
            }
            assertThat(operator.admin()
                            .plan(ChangeRequest.put(
                                    List.of(operator.send(Applications.bundle(files, "org.asterism.api", "9.0.0", ""))),
                                    "itest",
                                    quick))
                            .get(0)
                            .problems())
                    .singleElement()
                    .asString()
                    .contains("is part of the cluster itself");
        }
    }

    @Test
    void whoeverDrivesARollMayDie(Star star) throws Exception {
        try (Operator operator = Operator.of(star)) {
            operator.deploy(RollOptions.ROLLING, operator.send(Applications.war(files, "orphan", "1.0.0")));
            long generation =
                    operator.begin(RollOptions.ROLLING, operator.send(Applications.war(files, "orphan", "2.0.0")));
            Rollout begun = operator.awaitRollout(generation, "a node is changed", rollout -> rollout.nodes().stream()
                    .anyMatch(node -> node.step() == NodeStep.APPLYING));
            String roller = begun.roller().orElseThrow().value();

            Signals.kill(star.process(roller));

            Rollout rollout = operator.awaitEnd(generation);
            assertThat(rollout.state()).as("%s", rollout).isEqualTo(RolloutState.DONE);
            star.start("instance", roller);
            star.awaitStatus("all are back", status -> NODES.stream().allMatch(node -> has(status, node, "/orphan")));
            for (URI node : star.nodeUrls()) {
                assertThat(get(HttpClient.newHttpClient(), node, "/orphan/version")
                                .body())
                        .isEqualTo("2.0.0 1");
            }
        }
    }

    @Test
    void whatIsInstalledByHandIsShown(Star star) throws Exception {
        try (Operator operator = Operator.of(star)) {
            operator.deploy(
                    RollOptions.ROLLING,
                    Deployment.configuration("org.example.drift", Map.of("a", "1"), Target.CLUSTER));
            Path hand = Applications.bundle(files, "org.example.hand", "1.0.0", "");
            star.shell("a/1", "bundle:install", "-s", hand.toUri().toString());
            star.shell("a/2", "config:property-set", "--pid", "org.example.drift", "a", "2");

            List<Drift> drift = await("both are seen")
                    .atMost(LIMIT)
                    .until(() -> operator.deployments().drift(), all -> all.stream()
                            .map(Drift::name)
                            .toList()
                            .containsAll(List.of("org.example.hand", "org.example.drift")));

            assertThat(drift)
                    .extracting(one -> one.node().value(), Drift::kind, Drift::name)
                    .contains(
                            tuple("a/1", DriftKind.EXTRA, "org.example.hand"),
                            tuple("a/2", DriftKind.OTHER_VERSION, "org.example.drift"));
            star.shell("a/1", "bundle:uninstall", "org.example.hand");
        }
    }

    private static boolean has(Status status, String node, String path) {
        return status.node(node).orElseThrow().get("applications").toString().contains("\"" + path + "\"");
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(LIMIT)
                .build();
    }

    /** Who visits with a session, and who comes anew each time. */
    private static List<Load.Call> customers(Star star) {
        List<Load.Call> calls = new ArrayList<>();
        for (URI dispatcher : star.dispatchers()) {
            for (HttpClient client : List.of(browser(), HttpClient.newHttpClient())) {
                calls.add(() -> {
                    HttpResponse<String> answer = client.send(
                            HttpRequest.newBuilder(dispatcher.resolve("/updated/version"))
                                    .timeout(Duration.ofSeconds(30))
                                    .POST(HttpRequest.BodyPublishers.ofString("x"))
                                    .build(),
                            BodyHandlers.ofString());
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                });
            }
        }
        return calls;
    }

    private static HttpResponse<String> get(HttpClient client, URI server, String path) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.resolve(path)).timeout(LIMIT).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
