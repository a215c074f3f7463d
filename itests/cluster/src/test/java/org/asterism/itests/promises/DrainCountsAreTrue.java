package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.asterism.itests.harness.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who drains a node is told how many sessions it still has, and they go on elsewhere when it is stopped. */
@ExtendWith(SharedStar.class)
class DrainCountsAreTrue {

    private static final String NODE = "a/2";
    private static final int SESSIONS = 3;
    private static final int MOST = 200;

    @Test
    void ofSessionsThatAreLeft(Star star) throws Exception {
        URI dispatcher = star.dispatcher(0);
        restartedWithoutSessions(star);
        List<Visit> visits = visitsAt(dispatcher);

        JsonNode waited = drained(star, "--max 4s --until-sessions " + (SESSIONS - 1));
        assertThat(waited.get("reached").asBoolean()).as("%s", waited).isFalse();
        assertThat(waited.get("sessionsBefore").asInt()).as("%s", waited).isEqualTo(SESSIONS);
        assertThat(waited.get("sessionsLeft").asInt()).as("%s", waited).isEqualTo(SESSIONS);
        assertThat(waited.get("requestsLeft").asInt()).as("%s", waited).isZero();

        JsonNode enough = drained(star, "--max 60s --until-sessions " + SESSIONS + " --stop");
        assertThat(enough.get("reached").asBoolean()).as("%s", enough).isTrue();
        star.awaitStatus(NODE + " is stopped", status -> isIn(status, "STOPPED"));
        for (Visit visit : visits) {
            JsonNode elsewhere = visit.whoAmI(dispatcher);
            assertThat(elsewhere.get("node").asText()).isNotEqualTo(NODE);
            assertThat(elsewhere.get("visits").asInt()).isEqualTo(2);
        }
        star.shell("a", "asterism:node-start " + NODE);
    }

    private static void restartedWithoutSessions(Star star) {
        Long before = star.status().nodePids().get(NODE);
        star.shell("a", "asterism:node-restart " + NODE);
        star.awaitStatus(
                NODE + " is another process",
                status -> !status.nodePids().get(NODE).equals(before) && status.serves("/shop"));
    }

    private static List<Visit> visitsAt(URI dispatcher) throws Exception {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < MOST && visits.size() < SESSIONS; i++) {
            Visit visit = new Visit();
            if (visit.whoAmI(dispatcher).get("node").asText().equals(NODE)) {
                visits.add(visit);
            }
        }
        assertThat(visits).as("of %s visits", MOST).hasSize(SESSIONS);
        return visits;
    }

    private static JsonNode drained(Star star, String options) throws Exception {
        return new ObjectMapper()
                .readTree(star.shellForLong("a", "asterism:node-drain --json " + options + " " + NODE));
    }

    private static boolean isIn(Status status, String state) {
        return status.node(NODE)
                .filter(node -> node.get("state").asText().equals(state))
                .isPresent();
    }
}
