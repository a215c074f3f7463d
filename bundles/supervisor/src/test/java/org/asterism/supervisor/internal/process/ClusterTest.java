package org.asterism.supervisor.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.container.ClusterLayout;
import org.asterism.container.ContainerSpec;
import org.asterism.container.Role;
import org.asterism.supervisor.NodeSpec;
import org.junit.jupiter.api.Test;

class ClusterTest {

    private static final Path BASE = Path.of("/cluster");

    @Test
    void aNodeInheritsWhatIsMeantForTheWholeClusterAndNothingElse() {
        Cluster cluster = new Cluster(
                Path.of("/home"),
                new ClusterLayout(BASE),
                Map.of(
                        "asterism.hub.url", "tcp://127.0.0.1:61616",
                        "asterism.secret.file", "/cluster/secrets/cluster.secret",
                        "asterism.member.id", "a",
                        "asterism.member.kind", "instance",
                        "asterism.dispatcher.port", "8080",
                        "asterism.ssh.port", "8101",
                        "asterism.monitor.port", "8200",
                        "java.version", "17"));
        NodeSpec node = new NodeSpec(MemberId.ofNode("a", 2), 1, List.of("-Xmx1g"));
        ContainerSpec container = cluster.container(
                node,
                BASE.resolve("instances/a/nodes/2"),
                new NodePorts(20001, 20002, 20003, Optional.empty()),
                List.of("-XX:+First"));

        assertThat(container.role()).isEqualTo(Role.SERVERNODE);
        assertThat(container.name()).isEqualTo("a/2");
        assertThat(container.jvmOptions()).containsExactly("-XX:+First", "-Xmx1g");
        assertThat(container.settings())
                .containsOnly(
                        Map.entry("asterism.home", "/home"),
                        Map.entry("asterism.cluster.base", "/cluster"),
                        Map.entry("asterism.hub.url", "tcp://127.0.0.1:61616"),
                        Map.entry("asterism.secret.file", "/cluster/secrets/cluster.secret"),
                        Map.entry("asterism.member.id", "a/2"),
                        Map.entry("asterism.member.kind", "server-node"),
                        Map.entry("asterism.instance", "a"),
                        Map.entry("asterism.http.port", "20001"),
                        Map.entry("asterism.ssh.port", "20002"),
                        Map.entry("asterism.monitor.port", "20003"));
        assertThat(container.overlays())
                .containsExactly(
                        Map.entry(BASE.resolve("etc/servernode"), "etc"),
                        Map.entry(BASE.resolve("applications"), "deploy"));
    }

    @Test
    void aDebuggerIsLetInFromThisMachineOnly() {
        ContainerSpec container = new Cluster(Path.of("/home"), new ClusterLayout(BASE), Map.of())
                .container(
                        new NodeSpec(MemberId.ofNode("a", 2), 1, List.of()),
                        BASE.resolve("instances/a/nodes/2"),
                        new NodePorts(20001, 20002, 20003, Optional.of(20004)),
                        List.of());
        assertThat(container.jvmOptions())
                .containsExactly("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:20004");
        assertThat(container.ports()).containsEntry("debug", 20004);
    }

    @Test
    void aNodeIsReachedWhereItsMachineIs() {
        NodePorts ports = new NodePorts(20001, 20002, 3, Optional.empty());

        assertThat(cluster(Map.of()).url(ports)).hasToString("http://127.0.0.1:20001");
        assertThat(cluster(Map.of("asterism.http.advertise", "node-1")).url(ports))
                .hasToString("http://node-1:20001");
    }

    private static Cluster cluster(Map<String, String> settings) {
        return new Cluster(Path.of("/home"), new ClusterLayout(BASE), settings);
    }
}
