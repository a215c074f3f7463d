package org.asterism.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterLayoutTest {

    @TempDir
    Path base;

    @Test
    void namesEveryFile() {
        ClusterLayout layout = new ClusterLayout(base);

        assertThat(layout.hub().processRecord()).isEqualTo(base.resolve("hub/process.json"));
        assertThat(layout.database().base()).isEqualTo(base.resolve("database"));
        assertThat(layout.instance("a").etc()).isEqualTo(base.resolve("instances/a/etc"));
        assertThat(layout.node("a", 1).log()).isEqualTo(base.resolve("instances/a/nodes/1/log/karaf.log"));
        assertThat(layout.nodeRecord("a", 1)).isEqualTo(base.resolve("instances/a/nodes/1/node.json"));
        assertThat(layout.clusterSecret()).isEqualTo(base.resolve("secrets/cluster.secret"));
        assertThat(layout.overlay(Role.SERVERNODE)).isEqualTo(base.resolve("etc/servernode"));
        assertThat(layout.applications()).isEqualTo(base.resolve("applications"));
    }

    @Test
    void isAbsolute() {
        assertThat(new ClusterLayout(Path.of("x/../y")).base())
                .isEqualTo(Path.of("y").toAbsolutePath());
    }

    @Test
    void listsInstancesAndNodesInOrder() throws Exception {
        ClusterLayout layout = new ClusterLayout(base);
        assertThat(layout.instanceNames()).isEmpty();

        for (int number : new int[] {10, 2, 1}) {
            Files.createDirectories(layout.node("b", number).base());
        }
        Files.createDirectories(layout.instance("a").base());
        Files.createDirectories(base.resolve("instances/b/nodes/no-number"));

        assertThat(layout.instanceNames()).containsExactly("a", "b");
        assertThat(layout.nodeNumbers("b")).containsExactly(1, 2, 10);
        assertThat(layout.nodeNumbers("a")).isEmpty();
    }
}
