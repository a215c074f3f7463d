package org.asterism.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.asterism.launcher.LauncherException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterFileTest {

    @TempDir
    Path base;

    @Test
    void numbersInstancesInTheOrderOfTheirCreation() {
        ClusterFile file = new ClusterFile(0, List.of())
                .with("z", 2, Hosting.PROCESS)
                .with("a", 1, Hosting.EMBEDDED)
                .with("z", 3, Hosting.PROCESS);

        assertThat(file.instances())
                .containsExactly(
                        new InstanceEntry("z", 1, 3, Hosting.PROCESS), new InstanceEntry("a", 2, 1, Hosting.EMBEDDED));
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        ClusterFile file = new ClusterFile(17, List.of()).with("a", 2, Hosting.EMBEDDED);
        Path path = base.resolve("cluster.json");

        file.write(path);

        assertThat(ClusterFile.read(path)).contains(file);
        file.withHubs(2).write(path);
        assertThat(ClusterFile.read(path)).contains(file.withHubs(2));
        assertThat(ClusterFile.read(base.resolve("other.json"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"portOffset\":\"x\",\"instances\":[]}",
                "{\"portOffset\":0,\"instances\":[{\"name\":\"../x\",\"number\":1,\"nodes\":1,\"hosting\":\"process\"}]}",
                "{\"portOffset\":0,\"instances\":[{\"name\":\"a\",\"number\":1,\"nodes\":1,\"hosting\":\"elsewhere\"}]}"
            })
    void saysThatItIsDamaged(String content) throws Exception {
        Path path = base.resolve("cluster.json");
        Files.writeString(path, content);

        assertThatThrownBy(() -> ClusterFile.read(path))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("the file " + path + " is damaged; repair it");
    }

    @Test
    void remembersThePortOffset() throws Exception {
        new ClusterFile(100, List.of()).write(base.resolve("cluster.json"));

        assertThat(Cluster.open(base, base, Optional.empty()).ports().hub()).isEqualTo(61716);
        assertThat(Cluster.open(base, base, Optional.of(100)).ports().hub()).isEqualTo(61716);
        assertThatThrownBy(() -> Cluster.open(base, base, Optional.of(200)))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("has the port offset 100, not 200; leave out --port-offset");
    }

    @Test
    void membersKnowOfASecondHubBeforeItIsThere() throws Exception {
        Path path = base.resolve("cluster.json");
        new ClusterFile(0, List.of()).write(path);
        assertThat(Cluster.open(base, base, Optional.empty()).hubUrls()).containsExactly("tcp://127.0.0.1:61616");

        new ClusterFile(0, List.of()).withHubs(1).write(path);
        Cluster cluster = Cluster.open(base, base, Optional.empty());
        assertThat(cluster.hubUrls()).containsExactly("tcp://127.0.0.1:61616", "tcp://127.0.0.1:61617");
        assertThat(cluster.names()).containsExactly("database", "hub");

        new ClusterFile(0, List.of()).withHubs(3).withHubs(2).write(path);
        cluster = Cluster.open(base, base, Optional.empty());
        assertThat(cluster.hubUrls()).hasSize(3);
        assertThat(cluster.names()).containsExactly("database", "hub", "hub-2", "hub-3");
        assertThat(cluster.container(Target.parse("hub-3")).base()).isEqualTo(base.resolve("hub-3"));
    }

    @Test
    void knowsAllNames() throws Exception {
        new ClusterFile(0, List.of())
                .with("a", 2, Hosting.PROCESS)
                .with("b", 0, Hosting.PROCESS)
                .write(base.resolve("cluster.json"));
        Cluster cluster = Cluster.open(base, base, Optional.empty());

        assertThat(cluster.names()).containsExactly("database", "hub", "a", "a/1", "a/2", "b");
        assertThat(cluster.container(Target.parse("a/2")))
                .isEqualTo(cluster.layout().node("a", 2));
        for (String unknown : List.of("c", "a/3", "b/1", "z/9")) {
            assertThatThrownBy(() -> cluster.container(Target.parse(unknown)))
                    .hasMessage("there is no '" + unknown + "' in the cluster in " + base
                            + "; there are database, hub, a, a/1, a/2, b");
        }
    }
}
