package org.asterism.hub.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.ClientStatus;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.documents.JsonText;
import org.junit.jupiter.api.Test;

class ClusterJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void hasEverythingThatIsKnown() throws Exception {
        var view = Examples.view(9, List.of(Examples.INSTANCE), List.of(Examples.OF_HUB));

        assertThat(json(ClusterJson.of(
                        view,
                        Examples.STATUS,
                        new Condition(Optional.of("full"), 3, 1),
                        new Connections(List.of(Examples.SLOW)))))
                .isEqualTo(MAPPER.readTree("""
                {"epoch":7,"revision":9,"warming":false,
                 "hub":{"role":"active","problem":"full","uptimeMillis":3000,"members":4,"services":3,"messagesCarried":5,"messagesRefused":6,
                   "bytesWaiting":70,"slowConsumers":1,"slowConsumersCut":2,"listeners":3,"listenersCut":1},
                 "members":[{"id":"a","kind":"instance","instance":"a","incarnation":"i-a","state":"UP","host":"<host>","pid":42,
                   "version":"1.0.0","labels":{"rack":"7","zone":"eu"},"since":"2026-01-01T00:00:00Z",
                   "connection":{"address":"10.0.0.1:4711","lastHeardMillis":120,"framesReceived":10,"framesSent":20,
                     "bytesWaiting":70,"slow":true}}],
                 "services":[{"id":"s","interfaces":["x.Y"],"member":"hub","scope":"cluster","properties":{}}]}
                """));
    }

    @Test
    void aConnectionOfAnotherLifeIsNotShown() throws Exception {
        var other = new ClientStatus(
                Examples.member("b", MemberKind.INSTANCE, MemberState.UP, Map.of()),
                "x:1",
                Duration.ZERO,
                0,
                0,
                0,
                false);
        var view = Examples.view(9, List.of(Examples.INSTANCE), List.of());

        JsonNode json = json(ClusterJson.of(view, Examples.STATUS, Condition.WELL, new Connections(List.of(other))));

        assertThat(json.at("/hub/problem").isNull()).isTrue();
        assertThat(json.at("/members/0/connection").isNull()).isTrue();
    }

    private static JsonNode json(Object document) throws Exception {
        return MAPPER.readTree(JsonText.compact(document));
    }
}
