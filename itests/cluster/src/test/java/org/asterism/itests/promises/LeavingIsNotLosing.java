package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asterism.itests.harness.HubEvents;
import org.asterism.itests.harness.LiveCommand;
import org.asterism.itests.harness.Logs;
import org.asterism.itests.harness.SharedStar;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An instance that is stopped has left, one that is killed is lost; by HTTP and in a shell. */
@ExtendWith(SharedStar.class)
class LeavingIsNotLosing {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void whoIsStoppedHasLeftAndWhoIsKilledIsLost(Star star) throws Exception {
        Logs logs = star.logs();
        star.start("instance", "c", "--nodes", "0");

        try (HubEvents events = HubEvents.of(star.hubPage(1));
                LiveCommand watch = star.liveShell("a", "asterism:watch", "--member", "c", "--json")) {
            watch.await("the watch begins", line -> line.contains("\"type\":\"view\""));

            star.asterism("stop", "c").succeeded();
            events.await("member-left", "c", SOON);
            watch.await("c has left", line -> line.contains("\"type\":\"member-left\""));
            assertThat(events.typesOf("c")).contains("member-left").doesNotContain("member-lost");

            star.start("instance", "c", "--nodes", "0");
            Signals.kill(star.process("c"));
            assertThat(events.await("member-lost", "c", SOON)
                            .data()
                            .path("cause")
                            .asText())
                    .isNotBlank();
            watch.await("c is lost", line -> line.contains("\"type\":\"member-lost\""));

            assertThat(ofMembers(events.typesOf("c"))).containsExactly("member-left", "member-joined", "member-lost");
            assertThat(ofMembers(types(watch.lines()))).containsExactly("member-left", "member-joined", "member-lost");
        }
        assertThat(logs.errorsExcept()).isEmpty();
    }

    /** What remains if changes of state are left out. */
    private static List<String> ofMembers(List<String> types) {
        return types.stream()
                .filter(List.of("member-joined", "member-left", "member-lost")::contains)
                .toList();
    }

    private static List<String> types(List<String> lines) throws Exception {
        List<String> types = new ArrayList<>();
        for (String line : lines) {
            JsonNode json = new ObjectMapper().readTree(line);
            types.add(json.path("type").asText());
        }
        return types;
    }
}
