package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A drained node serves those who are tied to it and nobody new, until it is resumed. */
@ExtendWith(SharedStar.class)
class DrainedNodeKeepsItsSessions {

    private static final int NEW_ONES = 10;

    @Test
    void andGetsNoNewOnesUntilItIsResumed(Star star) throws Exception {
        URI dispatcher = star.dispatcher(0);
        Visit old = new Visit();
        String node = node(old, dispatcher);

        star.shell("a", "asterism:node-drain", node);
        star.awaitStatus(node + " is drained", status -> status.node(node)
                .filter(json -> json.get("state").asText().equals("DRAINING"))
                .isPresent());
        // dispatchers hear of it a moment later
        await().atMost(Duration.ofSeconds(30)).until(() -> nobodyNew(node, dispatcher));

        assertThat(nobodyNew(node, dispatcher)).isTrue();
        var again = old.whoAmI(dispatcher);
        assertThat(again.get("node").asText()).isEqualTo(node);
        assertThat(again.get("visits").asInt()).isEqualTo(2);

        star.shell("a", "asterism:node-resume", node);
        await().atMost(Duration.ofSeconds(30)).until(() -> !nobodyNew(node, dispatcher));
    }

    private static boolean nobodyNew(String node, URI dispatcher) throws Exception {
        for (int i = 0; i < NEW_ONES; i++) {
            if (node(new Visit(), dispatcher).equals(node)) {
                return false;
            }
        }
        return true;
    }

    private static String node(Visit visit, URI dispatcher) throws Exception {
        return visit.whoAmI(dispatcher).get("node").asText();
    }
}
