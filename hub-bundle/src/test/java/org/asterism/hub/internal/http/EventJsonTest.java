package org.asterism.hub.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberState;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private static final ClusterView VIEW = Examples.view(9, List.of(), List.of(Examples.OF_HUB));
    private static final String MEMBER =
            "{\"id\":\"b\",\"kind\":\"instance\",\"instance\":\"b\",\"incarnation\":\"i-b\",\"state\":\"UP\",\"host\":\"<host>\","
                    + "\"pid\":42,\"version\":\"1.0.0\",\"labels\":{\"zone\":\"us\"},\"since\":\"2026-01-01T00:00:00Z\"}";
    private static final String SERVICE =
            "{\"id\":\"s\",\"interfaces\":[\"x.Y\"],\"member\":\"hub\",\"scope\":\"cluster\",\"properties\":{}}";

    @Test
    void theViewHasBothLists() {
        assertThat(text(EventJson.of(VIEW))).isEqualTo("""
                id: 7-9
                event: view
                data: {"epoch":7,"revision":9,"warming":false,"members":[],"services":[%s]}

                """.formatted(SERVICE));
    }

    @Test
    void leftAndLostAreTwoEvents() {
        assertThat(text(new ClusterEvent.MemberLeft(Examples.OTHER))).isEqualTo("""
                id: 7-9
                event: member-left
                data: {"epoch":7,"revision":9,"warming":false,"member":%s}

                """.formatted(MEMBER));
        assertThat(text(new ClusterEvent.MemberLost(Examples.OTHER, "connection closed")))
                .isEqualTo("""
                id: 7-9
                event: member-lost
                data: {"epoch":7,"revision":9,"warming":false,"cause":"connection closed","member":%s}

                """.formatted(MEMBER));
    }

    @Test
    void everyEventHasItsTypeAndItsData() {
        var before = Examples.OTHER.withState(MemberState.JOINING);
        assertThat(text(new ClusterEvent.MemberJoined(Examples.OTHER))).contains("event: member-joined\n", MEMBER);
        assertThat(text(new ClusterEvent.MemberChanged(before, Examples.OTHER)))
                .contains("event: member-changed\n", "\"before\":{\"id\":\"b\"", "\"JOINING\"", "\"member\":" + MEMBER);
        assertThat(text(new ClusterEvent.MemberDied(new MemberId("b"), "i-b", "killed")))
                .contains("event: member-died\n", "\"id\":\"b\",\"incarnation\":\"i-b\",\"cause\":\"killed\"");
        assertThat(text(new ClusterEvent.ServiceAdded(Examples.OF_HUB)))
                .contains("event: service-added\n", "\"service\":" + SERVICE);
        assertThat(text(new ClusterEvent.ServiceChanged(Examples.OF_HUB, Examples.OF_HUB)))
                .contains("event: service-changed\n", "\"before\":" + SERVICE);
        assertThat(text(new ClusterEvent.ServiceRemoved(Examples.OF_HUB))).contains("event: service-removed\n");
        assertThat(text(new ClusterEvent.ViewSettled(true))).contains("event: view-settled\n", "\"complete\":true");
        assertThat(text(new ClusterEvent.HubConnected(7))).contains("event: hub-connected\n");
        assertThat(text(new ClusterEvent.HubDisconnected("cut"))).contains("event: hub-disconnected\n", "\"cut\"");
    }

    @Test
    void dataOfSeveralLinesIsOneEvent() {
        assertThat(text(new ServerSentEvent("1-2", "x", "a\nb"))).isEqualTo("id: 1-2\nevent: x\ndata: a\ndata: b\n\n");
    }

    private static String text(ClusterEvent event) {
        return text(EventJson.of(event, VIEW));
    }

    private static String text(ServerSentEvent event) {
        return new String(event.bytes(), StandardCharsets.UTF_8);
    }
}
