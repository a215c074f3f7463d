package org.asterism.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.dispatcher.ApplicationReport;
import org.asterism.dispatcher.DispatcherCounts;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.PlaceReport;
import org.asterism.dispatcher.TargetReport;
import org.asterism.dispatcher.Traffic;
import org.asterism.servernode.NodeState;
import org.junit.jupiter.api.Test;

class LoadsTest {

    private static final MemberId NODE = new MemberId("a/1");

    private static DispatcherReport report(String instance, double perSecond, long p99) {
        Traffic traffic = new Traffic(1, 0, perSecond, 1, p99, p99);
        return new DispatcherReport(
                instance,
                Duration.ofHours(1),
                new DispatcherCounts(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                List.of(new TargetReport(NODE, NodeState.UP, 1, 2, 3, 0, 0, Optional.empty())),
                List.of(new ApplicationReport(
                        "/shop", false, 0, 10, 0, 0, traffic, List.of(new PlaceReport(NODE, 0, 10, traffic)))));
    }

    private static Map<String, Object> of(Loads loads, String id) {
        Map<String, Object> document = new HashMap<>(Map.of("id", id));
        loads.addTo(document);
        return document;
    }

    @Test
    void aNodeHasWhatAllDispatchersSendToIt() {
        Loads loads = Loads.of(List.of(report("a", 10, 1_500), report("b", 5, 3_000)));

        assertThat(of(loads, "a/1"))
                .containsEntry("load", Map.of("perSecond", 15.0, "p99Millis", 3.0, "outstanding", 4, "sessions", 6));
        assertThat(of(loads, "a"))
                .containsEntry("load", Map.of("perSecond", 10.0, "p99Millis", 1.5, "outstanding", 0, "sessions", 0));
    }

    @Test
    void nothingIsSaidOfWhatIsNotKnown() {
        assertThat(of(Loads.NONE, "a/1")).isEqualTo(Map.of("id", "a/1"));
    }
}
