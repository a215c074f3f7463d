package org.asterism.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number of server nodes can be changed while the instance runs; the launcher goes by what is configured there. */
class NodeCountTest {

    @TempDir
    private Path base;

    @Test
    void isThatOfTheConfigurationOfTheInstance() throws Exception {
        Files.writeString(base.resolve("cluster.json"), """
                {"portOffset":0,"instances":[{"name":"a","number":1,"nodes":2,"hosting":"process"},
                {"name":"b","number":2,"nodes":2,"hosting":"process"}]}""");
        Path etc = Files.createDirectories(base.resolve("instances/a/etc"));
        for (int number = 1; number <= 3; number++) {
            Files.createFile(etc.resolve("org.asterism.servernode-" + number + ".cfg"));
        }
        Files.createFile(etc.resolve("org.asterism.servernode.agent.cfg"));

        Cluster cluster = Cluster.open(base, base, Optional.empty());
        assertThat(cluster.instance("a").nodeNames()).containsExactly("a/1", "a/2", "a/3");
        assertThat(cluster.instance("b").nodes()).isEqualTo(2);

        Files.delete(etc.resolve("org.asterism.servernode-3.cfg"));
        Files.delete(etc.resolve("org.asterism.servernode-2.cfg"));
        assertThat(cluster.update(file -> file).instance("a").nodes()).isOne();
        assertThat(Files.readString(base.resolve("cluster.json"))).contains("\"nodes\" : 1");
    }
}
