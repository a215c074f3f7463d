package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Shop;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.asterism.itests.harness.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The number of server nodes is changed while the cluster runs, and one that is isolated gets no requests but runs on. */
@ExtendWith(SharedStar.class)
class ServerNodesComeAndGo {

    private static final String NODE = "a/3";
    private static final int VISITS = 20;

    @Test
    void whileTheClusterRuns(Star star) throws Exception {
        Path configuration = star.base().resolve("instances/a/etc/org.asterism.servernode-3.cfg");
        star.shell("a", "asterism:nodes-set a 3");
        Status three = star.awaitStatus(
                NODE + " is up",
                status -> status.membersUp().contains(NODE) && status.node(NODE).isPresent() && status.serves("/shop"));
        assertThat(configuration).exists();

        star.shell("a", "asterism:node-isolate " + NODE);
        star.awaitStatus(NODE + " is isolated", status -> status.node(NODE)
                .filter(node -> node.get("state").asText().equals("ISOLATED"))
                .isPresent());
        // dispatchers hear of it a moment later
        await().atMost(Duration.ofSeconds(30)).until(() -> isLeftAlone(star.dispatcher(0)));
        URI address = URI.create(three.node(NODE).orElseThrow().get("url").asText());
        assertThat(new Shop(address).get("/shop/api/whoami").statusCode()).isEqualTo(200);
        assertThat(star.shell("a", "asterism:node-threads " + NODE)).contains("Full thread dump ", "kept in ");

        star.shell("a", "asterism:nodes-set a 2");
        star.awaitStatus(
                NODE + " is gone",
                status -> status.node(NODE).isEmpty() && !status.membersUp().contains(NODE) && status.serves("/shop"));
        assertThat(configuration).doesNotExist();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !star.shell("a", "asterism:nodes").contains(NODE));
    }

    private static boolean isLeftAlone(URI dispatcher) throws Exception {
        for (int i = 0; i < VISITS; i++) {
            if (new Visit().whoAmI(dispatcher).get("node").asText().equals(NODE)) {
                return false;
            }
        }
        return true;
    }
}
