package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Shop;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStar.class)
class HubHoldsNoPersistentState {

    @Test
    void trafficLeavesNoTraceOnTheHubsDisk(Star star) throws Exception {
        SortedMap<String, String> before = files(star);

        new Shop(star.dispatcher(0)).create("trace", 100);
        for (int i = 0; i < 20; i++) {
            assertThat(new Shop(star.dispatcher(i % 2)).reserve("trace", 1).statusCode())
                    .isEqualTo(200);
        }

        assertThat(files(star)).isEqualTo(before);
    }

    @Test
    void aKilledHubComesBackWithTheSameListsInANewEpoch(Star star) {
        Status before = star.status();

        star.kill("hub");
        assertThat(star.status().hubState()).isEqualTo("DOWN");
        star.start("hub");

        Status after = star.awaitStatus(
                "the lists are whole again",
                status -> status.incarnations().equals(before.incarnations())
                        && status.services().equals(before.services()));
        assertThat(after.epoch()).isGreaterThan(before.epoch());
        assertThat(after.hubPid()).isNotEqualTo(before.hubPid());
        assertThat(after.nodePids()).isEqualTo(before.nodePids());
    }

    /** Path → size and time of the last change, of all files but logs. */
    private static SortedMap<String, String> files(Star star) throws IOException {
        Path hub = star.base().resolve("hub");
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(hub)) {
            for (Path file : tree.filter(Files::isRegularFile)
                    .filter(path -> !path.startsWith(hub.resolve("log")))
                    .toList()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                files.put(hub.relativize(file).toString(), attributes.size() + " " + attributes.lastModifiedTime());
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }
}
