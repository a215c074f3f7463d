package org.asterism.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asterism.container.ClusterLayout;
import org.asterism.container.ProcessIdentity;
import org.asterism.container.ProcessRecord;
import org.asterism.launcher.FakeDistribution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All commands on real processes that stand for containers. */
@Timeout(180)
class ClusterLifeTest {

    @TempDir
    Path directory;

    private Path home;
    private ClusterLayout layout;
    private int offset;
    private String out = "";
    private String err = "";

    @BeforeEach
    void layOut() throws Exception {
        home = FakeDistribution.in(directory);
        layout = new ClusterLayout(directory.resolve("cluster"));
        offset = FakeDistribution.freeOffset();
    }

    @AfterEach
    void stopAll() {
        assertThat(run("stop", "--all")).isZero();
    }

    @Test
    void demoStartsAWholeClusterAndIsHarmlessWhenItRuns() throws Exception {
        assertThat(run("demo", "--port-offset", Integer.toString(offset)))
                .as(err)
                .isZero();

        assertThat(out)
                .containsPattern("members +UP +6 of 6")
                .containsPattern("shop +UP +answers on 2 of 2")
                .contains("http://127.0.0.1:" + (8080 + offset) + "/shop/")
                .contains("http://127.0.0.1:" + (8081 + offset) + "/shop/")
                .contains("http://127.0.0.1:" + (8180 + offset) + "/");
        assertThat(layout.applications().resolve("shop.jar")).exists();
        JsonNode status = status();
        assertThat(status.path("hub").path("state").asText()).isEqualTo("UP");
        assertThat(status.path("hub").path("epoch").asLong()).isEqualTo(7);
        assertThat(status.path("database").path("state").asText()).isEqualTo("UP");
        assertThat(status.path("members")).hasSize(6);
        assertThat(status.path("instances").findValuesAsText("state"))
                .hasSize(6)
                .containsOnly("UP");
        long hub = status.path("hub").path("pid").asLong();

        assertThat(run("demo")).as(err).isZero();
        assertThat(status().path("hub").path("pid").asLong()).isEqualTo(hub);
    }

    @Test
    void demoStartsWhatIsMissing() throws Exception {
        assertThat(run("demo", "--instances", "1", "--nodes", "1", "--port-offset", Integer.toString(offset)))
                .as(err)
                .isZero();
        assertThat(run("kill", "hub")).isZero();
        assertThat(status().path("hub").path("state").asText()).isEqualTo("DOWN");
        assertThat(status().path("members")).isEmpty();
        assertThat(status().path("instances").get(0).path("state").asText()).isEqualTo("UP");

        assertThat(run("demo", "--instances", "1")).as(err).isZero();
        assertThat(status().path("hub").path("state").asText()).isEqualTo("UP");
        assertThat(status().path("members")).hasSize(2);
    }

    @Test
    void aHubThatRefusesToWorkEndsTheWaitAtOnce() throws Exception {
        Files.createDirectories(layout.base());
        Files.createFile(layout.base().resolve("refused"));
        long begin = System.nanoTime();

        assertThat(run("start", "hub", "--timeout", "100", "--port-offset", Integer.toString(offset)))
                .isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(50));
        assertThat(err)
                .isEqualTo(
                        "asterism: hub refuses to work: the key is lost: find it; then 'asterism stop hub' and start it"
                                + " again\n");
        assertThat(status().path("hub").path("state").asText()).isEqualTo("REFUSED");
        assertThat(status().path("hub").path("role").asText()).isEqualTo("refused");
        assertThat(status().path("problems").get(0).asText())
                .isEqualTo("hub refuses to work: the key is lost: find it");
    }

    @Test
    void startsAndStopsThePartsOneByOne() throws Exception {
        assertThat(run("start", "database", "--port-offset", Integer.toString(offset)))
                .as(err)
                .isZero();
        assertThat(run("start", "hub")).as(err).isZero();
        assertThat(run("start", "instance", "east", "--nodes", "1")).as(err).isZero();
        assertThat(out).containsPattern("east/1 +UP");
        assertThat(run("start", "hub")).isEqualTo(1);
        assertThat(err).contains("asterism: hub runs already with pid ");
        assertThat(run("start", "hub", "--port-offset", "1")).isEqualTo(1);
        assertThat(err).contains("has the port offset " + offset + ", not 1");
        assertThat(run("logs", "east", "-n", "1")).isZero();
        assertThat(out).isEqualTo("started east\n");

        assertThat(run("stop", "hub")).isZero();
        assertThat(out).isEqualTo("Stopped hub.\n");
        assertThat(run("stop", "hub")).isZero();
        assertThat(out).isEqualTo("hub was not running.\n");
        assertThat(status().path("instances")
                        .get(0)
                        .path("nodes")
                        .get(0)
                        .path("state")
                        .asText())
                .isEqualTo("UP");
    }

    @Test
    void startsHubsThatTakeTurns() throws Exception {
        String shift = Integer.toString(offset);
        assertThat(run("start", "hub", "--standby", "--port-offset", shift))
                .as(err)
                .isZero();
        assertThat(out).containsPattern("hub +UP +epoch 7");
        assertThat(run("start", "hub", "--standby")).as(err).isZero();
        assertThat(out).containsPattern("hub-2 +UP +standby; 127.0.0.1:1 is active, epoch 7");
        assertThat(layout.base().resolve("hub-2/etc/org.ops4j.datasource-asterism.cfg"))
                .content()
                .contains("jdbc:h2:tcp://127.0.0.1:" + (9092 + offset) + "/asterism;NETWORK_TIMEOUT=2000");

        assertThat(status().path("hub").path("name").asText()).isEqualTo("hub");
        assertThat(status().path("hubs").findValuesAsText("role")).containsExactly("active", "standby");
        assertThat(run("kill", "hub")).isZero();
        assertThat(status().path("hubs").findValuesAsText("state")).containsExactly("DOWN", "UP");
        assertThat(run("start", "hub")).as(err).isZero();
        assertThat(out).containsPattern("hub +UP");
        assertThat(run("start", "hub")).isEqualTo(1);
        assertThat(err).contains("hub runs already with pid ");
        assertThat(run("stop", "--all")).isZero();
        assertThat(out).isEqualTo("Stopped hub, hub-2.\n");
    }

    @Test
    void doesNotPutAStandbyNextToAHubThatIsAlone() {
        assertThat(run("start", "hub", "--port-offset", Integer.toString(offset)))
                .as(err)
                .isZero();
        assertThat(run("start", "hub", "--standby")).isEqualTo(1);
        assertThat(err).contains("knows of no other hub; stop it, then start it with --standby");
    }

    @Test
    void stopTakesWhatAKilledInstanceLeftBehind() throws Exception {
        assertThat(run("start", "instance", "a", "--nodes", "2", "--port-offset", Integer.toString(offset)))
                .as(err)
                .isZero();
        List<ProcessIdentity> nodes = List.of(node(1), node(2));

        assertThat(run("kill", "a")).isZero();
        assertThat(nodes).allMatch(ProcessIdentity::isAlive);
        assertThat(run("kill", "a/1")).isZero();
        assertThat(nodes.get(0).isAlive()).isFalse();
        assertThat(run("stop", "--all")).isZero();
        assertThat(out).isEqualTo("Stopped a.\n");
        assertThat(nodes).noneMatch(ProcessIdentity::isAlive);
    }

    @Test
    void saysWhyAContainerDoesNotComeUp() {
        assertThat(run("start", "instance", "broken", "--port-offset", Integer.toString(offset)))
                .isEqualTo(1);

        assertThat(err)
                .contains("asterism: the process of broken ended while it was starting")
                .contains("last lines of " + layout.instance("broken").log())
                .contains("  started broken")
                .contains("last lines of " + layout.instance("broken").consoleLog())
                .contains("a broken container");
    }

    @Test
    void givesUpWhenTheTimeIsOver() throws Exception {
        assertThat(run(
                        "start",
                        "instance",
                        "a",
                        "--nodes",
                        "1",
                        "--timeout",
                        "0",
                        "--port-offset",
                        Integer.toString(offset)))
                .isEqualTo(1);

        assertThat(err).contains("did not come up within 0 s").contains("--timeout");
        assertThat(run("start", "instance", "a", "--no-wait")).isEqualTo(1);
        assertThat(err).contains("a runs already with pid");
    }

    @Test
    void neverKillsAnotherProcessThatGotThePid() throws Exception {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
        Files.createDirectories(layout.hub().base());
        new ProcessRecord(new ProcessIdentity(self.pid(), self.startedAt() - 100_000), java.util.Map.of())
                .write(layout.hub().processRecord());

        assertThat(run("kill", "hub")).isEqualTo(1);
        assertThat(err).contains("hub is not running");
    }

    @Test
    void usesAnotherDatabaseWhenTold() throws Exception {
        Path password = directory.resolve("password");
        Files.writeString(password, "x\n");

        assertThat(run(
                        "start",
                        "database",
                        "--db",
                        "jdbc:postgresql://127.0.0.1:1/x",
                        "--db-user",
                        "me",
                        "--db-password-file",
                        password.toString(),
                        "--port-offset",
                        Integer.toString(offset)))
                .as(err)
                .isZero();

        assertThat(out).contains("The server nodes use jdbc:postgresql://127.0.0.1:1/x; there is nothing to start.");
        assertThat(status().path("database").path("kind").asText()).isEqualTo("postgresql");
        assertThat(status().path("database").path("state").asText()).isEqualTo("DOWN");
    }

    private ProcessIdentity node(int number) throws Exception {
        return ProcessRecord.read(layout.node("a", number).processRecord())
                .orElseThrow()
                .identity();
    }

    private JsonNode status() throws Exception {
        assertThat(run("status", "--json")).as(err).isZero();
        return new ObjectMapper().readTree(out);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--base", layout.base().toString()));
        all.addAll(List.of(arguments));
        StringWriter shown = new StringWriter();
        StringWriter failed = new StringWriter();
        int code = AsterismCommand.commandLine(home)
                .setOut(new PrintWriter(shown))
                .setErr(new PrintWriter(failed))
                .execute(all.toArray(String[]::new));
        out = shown.toString();
        err = failed.toString();
        return code;
    }
}
