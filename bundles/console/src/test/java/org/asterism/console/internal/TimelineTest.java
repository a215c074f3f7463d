package org.asterism.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.ClusterView;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Timeline timeline = new Timeline(Duration.ofHours(1), 3);

    private static ClusterView view(long revision) {
        return new ClusterView(7, revision, false, false, List.of(), List.of());
    }

    private List<Long> known(Instant now) {
        return timeline.after(0, 100, now).stream().map(Moment::sequence).toList();
    }

    @Test
    void tellsWhatHappenedAfterWhatIsKnown() {
        timeline.add(NOW, "member-joined", Map.of("id", "a"), view(1));
        timeline.add(NOW.plusSeconds(1), "member-lost", Map.of("id", "a"), view(2));

        assertThat(timeline.after(1, 100, NOW.plusSeconds(2))).singleElement().satisfies(moment -> assertThat(
                        moment.document())
                .containsEntry("sequence", 2L)
                .containsEntry("type", "member-lost")
                .containsEntry("at", "2026-01-01T12:00:01Z")
                .containsEntry("epoch", 7L)
                .containsEntry("revision", 2L)
                .containsEntry("id", "a"));
        assertThat(timeline.after(2, 100, NOW.plusSeconds(2))).isEmpty();
        assertThat(timeline.sequence()).isEqualTo(2);
    }

    @Test
    void tellsTheNewestIfThereAreMoreThanWanted() {
        timeline.add(NOW, "x", Map.of(), view(1));
        timeline.add(NOW, "x", Map.of(), view(2));

        assertThat(timeline.after(0, 1, NOW)).extracting(Moment::sequence).containsExactly(2L);
    }

    @Test
    void knowsTheClusterAsItWas() {
        timeline.add(NOW, "x", Map.of(), view(1));
        timeline.add(NOW, "x", Map.of(), view(2));

        assertThat(timeline.at(1))
                .hasValueSatisfying(moment -> assertThat(moment.view()).isEqualTo(view(1)));
        assertThat(timeline.at(3)).isEmpty();
    }

    @Test
    void forgetsTheOldestPastItsBounds() {
        for (int i = 0; i < 4; i++) {
            timeline.add(NOW.plusSeconds(i), "x", Map.of(), view(i));
        }

        assertThat(known(NOW.plusSeconds(4))).containsExactly(2L, 3L, 4L);
        assertThat(known(NOW.plusSeconds(3602))).containsExactly(3L, 4L);
        assertThat(known(NOW.plusSeconds(7200))).isEmpty();
        assertThat(timeline.sequence()).isEqualTo(4);
    }
}
