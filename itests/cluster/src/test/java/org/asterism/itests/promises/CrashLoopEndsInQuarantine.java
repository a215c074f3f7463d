package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.asterism.itests.harness.Shop;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.junit.jupiter.api.Test;

/** A server node that dies again and again is left alone at last, with the reason, until a person starts it. The others serve on. */
class CrashLoopEndsInQuarantine {

    private static final int LIMIT = 2;

    @Test
    void untilAPersonStartsIt() throws Exception {
        try (Star star = Star.named("quarantine")) {
            Path supervisor = star.base().resolve("etc/instance/org.asterism.supervisor.cfg");
            Files.createDirectories(supervisor.getParent());
            Files.writeString(supervisor, "restart.limit = " + LIMIT + "\n");
            star.demo("--instances", "1", "--nodes", "2");

            for (int death = 1; death <= LIMIT; death++) {
                String former = incarnation(star.status());
                Signals.kill(star.process("a/1"));
                star.awaitStatus(
                        "a/1 is back",
                        status -> isUp(status) && !incarnation(status).equals(former));
            }
            Signals.kill(star.process("a/1"));

            Status down = star.awaitStatus(
                    "a/1 is quarantined", status -> state(status).equals(Optional.of("QUARANTINED")));
            assertThat(down.node("a/1").orElseThrow().toString()).contains("died 3 times within 300 s");
            assertThat(new Shop(star.dispatcher(0)).get("/shop/api/whoami").statusCode())
                    .isEqualTo(200);

            star.shell("a", "asterism:node-start", "a/1");
            star.awaitStatus("a/1 is back", status -> isUp(status) && status.serves("/shop"));
        }
    }

    private static boolean isUp(Status status) {
        return state(status).equals(Optional.of("UP")) && status.membersUp().contains("a/1");
    }

    private static Optional<String> state(Status status) {
        return status.node("a/1").map(node -> node.get("state").asText());
    }

    private static String incarnation(Status status) {
        return status.incarnations().getOrDefault("a/1", "");
    }
}
