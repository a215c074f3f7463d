package org.asterism.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerStarterTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private final List<StartedContainer> started = new ArrayList<>();
    private FakeDistribution distribution;
    private Path base;

    @BeforeEach
    void layOut() throws IOException {
        distribution = FakeDistribution.in(directory);
        base = directory.resolve("hub");
    }

    @AfterEach
    void killAll() throws InterruptedException {
        for (StartedContainer container : started) {
            container.identity().kill();
        }
    }

    @Test
    void startsAProcessWithItsSettingsRecordAndConsoleLog() throws Exception {
        StartedContainer hub = start(distribution.hub(base));

        awaitReady();
        assertThat(Files.readString(base.resolve("ready")))
                .isEqualTo(base.resolve("etc").toString());
        assertThat(Files.readString(hub.layout().consoleLog())).contains("member hub");
        assertThat(base.resolve("etc/org.asterism.hub.cfg")).hasContent("port = ${asterism.hub.port}");
        assertThat(base.resolve("etc/scripts/a.script")).hasContent("common");
        assertThat(ProcessRecord.read(base.resolve("process.json"))).contains(hub.record());
        assertThat(hub.record().ports()).isEqualTo(Map.of("hub", 12345, "ssh", 23456));
        assertThat(ContainerStarter.running(hub.layout())).contains(hub.record());
    }

    @Test
    void stopsAProcessThatEndsWhenAsked() throws Exception {
        StartedContainer hub = start(distribution.hub(base));
        awaitReady();

        assertThat(hub.identity().stop(LIMIT)).isEqualTo(ProcessIdentity.Stopped.TERMINATED);
        assertThat(hub.identity().isAlive()).isFalse();
        assertThat(hub.identity().stop(LIMIT)).isEqualTo(ProcessIdentity.Stopped.WAS_NOT_RUNNING);
        assertThat(ContainerStarter.running(hub.layout())).isEmpty();
    }

    @Test
    void killsAProcessThatDoesNotEndInTime() throws Exception {
        ContainerSpec spec = distribution.hub(base);
        StartedContainer hub = start(new ContainerSpec(
                "hub",
                Role.HUB,
                spec.home(),
                base,
                Map.of("test.stubborn", "true"),
                List.of("-Xms16m", "-Xmx32m"),
                Map.of()));
        awaitReady();

        assertThat(hub.identity().stop(Duration.ofMillis(300))).isEqualTo(ProcessIdentity.Stopped.KILLED);
        assertThat(hub.identity().isAlive()).isFalse();
    }

    @Test
    void refusesToStartTwice() throws Exception {
        StartedContainer hub = start(distribution.hub(base));

        assertThatThrownBy(() -> start(distribution.hub(base)))
                .isInstanceOf(ContainerStartException.class)
                .hasMessage("hub runs already with pid " + hub.identity().pid());
    }

    @Test
    void copiesOverlaysOverTheTemplatesAndKeepsWhatIsTheSame() throws Exception {
        Path overlay = directory.resolve("overlay");
        Files.createDirectories(overlay);
        Files.writeString(overlay.resolve("org.asterism.hub.cfg"), "port = 7");
        ContainerSpec spec =
                distribution.hub(base, Map.of(overlay, "etc", directory.resolve("applications"), "deploy"));

        new ContainerBase(spec).prepare();
        Object first = Files.readAttributes(base.resolve("etc/system.properties"), "unix:ctime")
                .get("ctime");
        new ContainerBase(spec).prepare();

        assertThat(base.resolve("etc/org.asterism.hub.cfg")).hasContent("port = 7");
        assertThat(Files.readAttributes(base.resolve("etc/system.properties"), "unix:ctime")
                        .get("ctime"))
                .isEqualTo(first);
    }

    @Test
    void forgetsInstalledBundlesWhenTheDistributionIsAnother() throws Exception {
        Path cached = base.resolve("data/cache/bundle1/x");
        new ContainerBase(distribution.hub(base)).prepare();
        Files.createDirectories(cached);

        new ContainerBase(distribution.hub(base)).prepare();
        assertThat(cached).exists();

        distribution.file("system/org/asterism/hub/hub-2.jar", "new");
        new ContainerBase(distribution.hub(base)).prepare();
        assertThat(base.resolve("data/cache")).doesNotExist();
    }

    @Test
    void takesJvmOptionsFromAFile() throws Exception {
        distribution.file("roles/hub/etc/jvm.options", "# more\n\n -Dasterism.member.id=other \n");

        StartedContainer hub = start(distribution.hub(base));

        assertThat(hub.handle().info().commandLine().orElseThrow()).contains("-Dasterism.member.id=other");
    }

    @Test
    void refusesAnOverlayOutsideOfTheBase() {
        ContainerSpec spec = distribution.hub(base, Map.of(directory, "../elsewhere"));

        assertThatThrownBy(() -> start(spec)).hasMessageContaining("../elsewhere is outside of " + base);
    }

    @Test
    void saysWhichTemplatesAreMissing() {
        ContainerSpec spec =
                new ContainerSpec("a", Role.INSTANCE, distribution.home(), base, Map.of(), List.of(), Map.of());

        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(ContainerStartException.class)
                .hasMessageContaining("templates in " + distribution.home().resolve("roles/instance/etc"))
                .hasMessageContaining("unpack it again");
    }

    @Test
    void saysThatTheDistributionIsNone() {
        ContainerSpec spec = new ContainerSpec("hub", Role.HUB, directory, base, Map.of(), List.of(), Map.of());

        assertThatThrownBy(() -> start(spec)).hasMessageContaining("there is no *.jar in " + directory + "/lib/boot");
    }

    @Test
    void refusesAJavaThatDoesNotRunKaraf() {
        JavaRuntime tooNew = new JavaRuntime(directory, 25);
        JavaRuntime notThere = new JavaRuntime(directory, 17);

        assertThatThrownBy(() -> new ContainerStarter(tooNew).start(distribution.hub(base)))
                .hasMessage("Java 25 in " + directory + " does not run Apache Karaf 4.4; set JAVA_HOME to a Java from"
                        + " 17 to 23");
        assertThatThrownBy(() -> new ContainerStarter(notThere).start(distribution.hub(base)))
                .hasMessageContaining("there is no Java to run at " + directory.resolve("bin/java"));
    }

    @Test
    void saysWhatCannotBeWritten() throws Exception {
        Files.writeString(base, "a file where a directory should be");

        assertThatThrownBy(() -> start(distribution.hub(base)))
                .isInstanceOf(ContainerStartException.class)
                .hasMessageContaining("cannot prepare the directory " + base + " of hub: ");
    }

    @Test
    void refusesToStartOverADamagedRecord() throws Exception {
        Files.createDirectories(base);
        Files.writeString(base.resolve("process.json"), "{\"pid\":");

        assertThatThrownBy(() -> start(distribution.hub(base)))
                .isInstanceOf(ContainerStartException.class)
                .hasMessageContaining("process.json is damaged (it is not JSON)");
    }

    private StartedContainer start(ContainerSpec spec) throws ContainerStartException {
        StartedContainer container = new ContainerStarter().start(spec);
        started.add(container);
        return container;
    }

    private void awaitReady() {
        await().atMost(LIMIT).until(() -> Files.exists(base.resolve("ready")));
    }
}
