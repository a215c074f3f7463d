package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A visitor is known wherever the next request goes, and what its session counts goes on. */
@ExtendWith(SharedStar.class)
class SessionsMoveWithTheirAttributes {

    @Test
    void whenTheNodeIsKilledThatServesThem(Star star) throws Exception {
        Visit visit = new Visit();
        JsonNode answer = visit.whoAmI(star.dispatcher(0));
        assertThat(answer.get("visits").asInt()).isEqualTo(1);
        String session = answer.get("session").asText();
        for (int count = 2; count <= 5; count++) {
            answer = visit.whoAmI(star.dispatcher(0));
            assertThat(answer.get("visits").asInt()).isEqualTo(count);
        }

        String node = answer.get("node").asText();
        Signals.kill(star.process(node));

        answer = visit.whoAmI(star.dispatcher(0));
        assertThat(answer.get("visits").asInt()).isEqualTo(6);
        assertThat(answer.get("session").asText()).isEqualTo(session);
        assertThat(answer.get("node").asText()).isNotEqualTo(node);
    }

    @Test
    void whicheverNodeOfTheClusterServesThem(Star star) throws Exception {
        Visit visit = new Visit();
        int count = 0;
        for (int round = 0; round < 3; round++) {
            for (var node : star.nodeUrls()) {
                assertThat(visit.whoAmI(node).get("visits").asInt()).isEqualTo(++count);
            }
        }
    }
}
