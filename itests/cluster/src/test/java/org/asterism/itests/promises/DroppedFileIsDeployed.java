package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.asterism.itests.war.PlainApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A file that is dropped into one instance is on all nodes of the cluster; without it they are without the application. */
@ExtendWith(SharedStar.class)
class DroppedFileIsDeployed {

    private static final List<String> NODES = List.of("a/1", "a/2", "b/1", "b/2");

    private Path file;

    @Test
    void andARemovedOneIsUndeployed(Star star) throws Exception {
        Path directory = star.base().resolve("instances/a/deploy");
        file = directory.resolve("dropped-1.0.war");
        Path wrong = directory.resolve("wrong.war");
        Files.writeString(wrong, "this is no archive");

        PlainApplication.writeTo(file);

        star.awaitStatus("all nodes have it", status -> NODES.stream().allMatch(node -> has(status, node)));
        assertThat(star.asterism("deployments", "--json").succeeded().out()).contains("\"name\" : \"dropped\"");
        assertThat(Files.readString(directory.resolve("wrong.war.failed"))).startsWith("it is no whole archive");
        Files.delete(wrong);

        Files.delete(file);

        star.awaitStatus("no node has it", status -> NODES.stream().noneMatch(node -> has(status, node)));
        assertThat(star.asterism("deployments").succeeded().out()).doesNotContain("dropped");
    }

    @AfterEach
    void remove() throws Exception {
        if (file != null) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling("wrong.war"));
            Files.deleteIfExists(file.resolveSibling("wrong.war.failed"));
        }
    }

    private static boolean has(Status status, String node) {
        return status.node(node).orElseThrow().get("applications").toString().contains("\"/dropped\"");
    }
}
