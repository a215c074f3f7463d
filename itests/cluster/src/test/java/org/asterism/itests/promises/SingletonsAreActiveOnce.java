package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.asterism.itests.beacon.BeaconBundle;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A component that is installed on every node is active on one: another one follows when that is drained, and when it is killed. */
@ExtendWith(SharedStar.class)
class SingletonsAreActiveOnce {

    private static final List<String> NODES = List.of("a/1", "a/2", "b/1", "b/2");

    private Star star;
    private Path log;

    @Test
    void andFollowEachOther(Star shared) throws Exception {
        star = shared;
        log = star.base().resolve("beacon.log");
        Files.deleteIfExists(log);
        for (String node : NODES) {
            new BeaconBundle(log).writeTo(file(node));
        }
        String first = active(1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> star.shell("b", "asterism:singletons").contains("beacon")
                        && star.shell("b", "asterism:singletons", "--json").split("/", -1).length == NODES.size() + 1);

        star.shell("a", "asterism:node-drain", first);
        String second = active(2);
        star.shell("a", "asterism:node-resume", first);

        Signals.kill(star.process(second));
        String third = active(3);

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        assertThat(Files.readAllLines(log)).containsExactly("+" + first, "-" + first, "+" + second, "+" + third);
    }

    /** Which node is the n-th to be active. */
    private String active(int number) {
        return await().atMost(Duration.ofSeconds(60))
                .until(this::begun, begun -> begun.size() == number)
                .get(number - 1);
    }

    private List<String> begun() throws IOException {
        return !Files.exists(log)
                ? List.of()
                : Files.readAllLines(log).stream()
                        .filter(line -> line.startsWith("+"))
                        .map(line -> line.substring(1))
                        .toList();
    }

    private Path file(String node) {
        return star.base().resolve("instances/" + node.replace("/", "/nodes/") + "/deploy/beacon-1.0.0.jar");
    }

    @AfterEach
    void remove() throws IOException {
        for (String node : NODES) {
            Files.deleteIfExists(file(node));
        }
    }
}
