package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a visitor holds it holds wherever the next request goes, and nobody gets it in between. */
@ExtendWith(SharedStar.class)
class SessionsMoveWithTheirLocks {

    @Test
    void whicheverNodeOfTheClusterServesThem(Star star) throws Exception {
        Visit visit = new Visit();
        Visit other = new Visit();
        assertThat(visit.hold(star.dispatcher(0), "round")).isEqualTo(200);
        for (URI node : star.nodeUrls()) {
            assertThat(visit.holds(node).get("holds").toString()).isEqualTo("[\"round\"]");
            assertThat(other.hold(star.dispatcher(1), "round")).isEqualTo(409);
        }
        assertThat(visit.putBack(star.dispatcher(1), "round")).isEqualTo(200);
        assertThat(other.hold(star.dispatcher(0), "round")).isEqualTo(200);
    }

    @Test
    void whenTheNodeIsKilledThatServesThem(Star star) throws Exception {
        Visit visit = new Visit();
        assertThat(visit.hold(star.dispatcher(0), "kept")).isEqualTo(200);
        String node = visit.holds(star.dispatcher(0)).get("node").asText();

        Signals.kill(star.process(node));

        assertThat(new Visit().hold(star.dispatcher(1), "kept")).isEqualTo(409);
        JsonNode answer = visit.holds(star.dispatcher(0));
        assertThat(answer.get("holds").toString()).isEqualTo("[\"kept\"]");
        assertThat(answer.get("node").asText()).isNotEqualTo(node);
        assertThat(new Visit().hold(star.dispatcher(1), "kept")).isEqualTo(409);
    }
}
