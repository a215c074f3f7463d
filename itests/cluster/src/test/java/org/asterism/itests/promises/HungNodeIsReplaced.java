package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.PATH;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.asterism.itests.harness.Customers;
import org.asterism.itests.harness.Logs;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A server node that hangs answers nobody and does not end: its supervisor keeps what its threads do, kills it, and starts another one. Whoever only reads waits
 * meanwhile and is told nothing but the answer.
 */
@ExtendWith(SharedStar.class)
class HungNodeIsReplaced {

    private static final Duration BOUND = Duration.ofSeconds(60);

    @Test
    void whileCustomersRead(Star star) throws IOException {
        Status before = star.status();
        Logs logs = star.logs();
        ProcessHandle hung = star.process("a/1");
        try (Customers customers = Customers.whoOnlyRead(star, "hung-node")) {
            customers.load().awaitMore(50);
            Signals.pause(hung);
            try {
                await("the hung process is gone").atMost(BOUND).until(() -> !hung.isAlive());
            } finally {
                Signals.kill(hung);
            }
            star.awaitStatus(
                    "a/1 is another process",
                    status -> !before.nodePids()
                                    .get("a/1")
                                    .equals(status.nodePids().get("a/1"))
                            && status.membersUp().equals(before.membersUp())
                            && status.serves("/shop"));
            customers.load().awaitMore(50);
            assertThat(customers.load().stop().failures()).isEmpty();
        }
        assertThat(logs.of("instances/a")).anyMatch(line -> line.contains("server node a/1: UP → FAILED (hung: "));
        assertThat(threadDumps(star)).last(as(PATH)).content().contains("Full thread dump ", "\"main\"");
    }

    /** What it hung in, sorted by time. */
    private static List<Path> threadDumps(Star star) throws IOException {
        try (Stream<Path> files = Files.list(star.base().resolve("instances/a/nodes/1/log"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("threads-"))
                    .sorted()
                    .toList();
        }
    }
}
