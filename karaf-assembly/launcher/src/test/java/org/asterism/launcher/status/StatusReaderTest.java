package org.asterism.launcher.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.asterism.container.ClusterLayout;
import org.asterism.container.ProcessIdentity;
import org.asterism.container.ProcessRecord;
import org.asterism.launcher.FakeDistribution;
import org.asterism.launcher.cluster.Cluster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusReaderTest {

    private static final ProcessIdentity SELF = ProcessIdentity.of(ProcessHandle.current());

    @TempDir
    Path base;

    private ClusterLayout layout;
    private Cluster cluster;

    @BeforeEach
    void layOut() throws Exception {
        layout = new ClusterLayout(base);
        Files.writeString(
                layout.clusterFile(),
                "{\"portOffset\":" + FakeDistribution.freeOffset()
                        + ",\"instances\":[{\"name\":\"a\",\"number\":1,\"nodes\":2,\"hosting\":\"process\"}]}");
        cluster = Cluster.open(base, base, Optional.empty());
    }

    @Test
    void answersInTimeWhileTheHubHangs() throws Exception {
        new ProcessRecord(SELF, Map.of()).write(layout.hub().processRecord());
        try (ServerSocket silent = new ServerSocket(cluster.ports().hubHttp(), 5, InetAddress.getLoopbackAddress())) {
            long begin = System.nanoTime();

            ClusterStatus status = new StatusReader(cluster).read();

            assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(2_000);
            assertThat(silent.isBound()).isTrue();
            assertThat(status.hub().state()).isEqualTo(State.UNREACHABLE);
            assertThat(status.hub().pid()).isEqualTo(OptionalLong.of(SELF.pid()));
            assertThat(status.members()).isEmpty();
        }
    }

    @Test
    void knowsInstancesAndNodesWithoutTheHub() throws Exception {
        new ProcessRecord(SELF, Map.of()).write(layout.instance("a").processRecord());
        node(1, "UP", SELF);
        node(2, "UP", new ProcessIdentity(SELF.pid(), 1));

        ClusterStatus status = new StatusReader(cluster).read();

        assertThat(status.hub().state()).isEqualTo(State.DOWN);
        assertThat(status.database().state()).isEqualTo(State.DOWN);
        assertThat(status.database().kind()).isEqualTo("h2");
        ClusterStatus.Instance instance = status.instances().get(0);
        assertThat(instance.state()).isEqualTo(State.UNREACHABLE);
        assertThat(instance.nodes().get(0).state()).isEqualTo("UP");
        assertThat(instance.nodes().get(0).applications()).containsExactly("/shop");
        assertThat(instance.nodes().get(1).state()).isEqualTo("DOWN");
        assertThat(instance.nodes().get(1).pid()).isEmpty();
        assertThat(instance.nodes().get(1).reason()).isEqualTo("its process is gone");
    }

    @Test
    void aDamagedFileDoesNotHideTheRest() throws Exception {
        Files.createDirectories(layout.hub().base());
        Files.writeString(layout.hub().processRecord(), "{");
        Files.createDirectories(layout.node("a", 1).base());
        Files.writeString(layout.nodeRecord("a", 1), "[");

        ClusterStatus status = new StatusReader(cluster).read();

        assertThat(status.hub().state()).isEqualTo(State.DOWN);
        assertThat(status.instances().get(0).nodes()).hasSize(2);
        assertThat(status.problems()).hasSize(2).allMatch(problem -> problem.contains("is damaged"));
    }

    private void node(int number, String state, ProcessIdentity identity) throws Exception {
        Files.createDirectories(layout.node("a", number).base());
        Files.writeString(
                layout.nodeRecord("a", number),
                "{\"id\":\"a/" + number + "\",\"state\":\"" + state + "\",\"pid\":" + identity.pid() + ",\"startedAt\":"
                        + identity.startedAt() + ",\"applications\":[\"/shop\"]}");
    }
}
