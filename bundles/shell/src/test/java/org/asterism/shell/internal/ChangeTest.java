package org.asterism.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final Member NODE = Examples.VIEW.members().get(1);
    private static final ServiceEntry SERVICE = Examples.VIEW.services().get(1);

    @Test
    void isOneLineAndTellsLeftFromLost() {
        Member up = NODE.withState(MemberState.UP);
        ServiceEntry heavy = new ServiceEntry(
                SERVICE.id(), SERVICE.interfaces(), SERVICE.member(), Map.of("weight", 2L, "zone", "eu"));
        assertThat(text(
                        new ClusterEvent.MemberJoined(NODE),
                        new ClusterEvent.MemberChanged(NODE, up),
                        new ClusterEvent.ServiceAdded(SERVICE),
                        new ClusterEvent.ServiceChanged(SERVICE, heavy),
                        new ClusterEvent.ServiceRemoved(SERVICE),
                        new ClusterEvent.MemberLeft(NODE),
                        new ClusterEvent.MemberLost(NODE, "connection closed"),
                        new ClusterEvent.MemberDied(NODE.id(), "i-1022", "its process has ended, says a"),
                        new ClusterEvent.ViewSettled(true),
                        new ClusterEvent.ViewSettled(false),
                        new ClusterEvent.HubDisconnected("connection reset")))
                .isEqualTo("""
                2026-01-01T12:00:00.120Z  7-42            member joined     a/1       server-node JOINING, process 1022 on host-1
                2026-01-01T12:00:00.120Z  7-42            member changed    a/1       JOINING -> UP
                2026-01-01T12:00:00.120Z  7-42            service added     a         ServerNode Other (x-1)
                2026-01-01T12:00:00.120Z  7-42            service changed   a         ServerNode Other (x-1) weight 1 -> 2, zone - -> eu
                2026-01-01T12:00:00.120Z  7-42            service removed   a         ServerNode Other (x-1)
                2026-01-01T12:00:00.120Z  7-42            member left       a/1       it said good-bye
                2026-01-01T12:00:00.120Z  7-42            member lost       a/1       connection closed
                2026-01-01T12:00:00.120Z  7-42            member died       a/1       its process has ended, says a
                2026-01-01T12:00:00.120Z  7-42            view settled      hub       everyone is back
                2026-01-01T12:00:00.120Z  7-42            view settled      hub       the grace time is over
                2026-01-01T12:00:00.120Z  7-42            hub disconnected  hub       connection reset
                """);
    }

    @Test
    void aNewLifeOfTheHubIsNotTheSameHub() {
        ClusterView restarted = new ClusterView(8, 1, true, false, List.of(), List.of());

        assertThat(change(new ClusterEvent.HubConnected(7), Examples.STALE, Examples.VIEW)
                        .text())
                .endsWith("  7-42            hub connected     hub       the same hub\n");
        assertThat(change(new ClusterEvent.HubConnected(8), Examples.STALE, restarted)
                        .text())
                .endsWith("  8-1             hub connected     hub       a new life of the hub, epoch 8\n");
    }

    @Test
    void labelsAreShownThatAreOther() {
        Member before = Examples.VIEW.members().get(0);
        Member after = Examples.member("a", before.kind(), before.state(), before.pid(), Map.of("zone", "us"));

        assertThat(text(new ClusterEvent.MemberChanged(before, after))).endsWith("  rack 7 -> -, zone eu -> us\n");
    }

    @Test
    void theDocumentHasTheKeysOfTheHubsEvents() {
        assertThat(keys(new ClusterEvent.MemberJoined(NODE))).containsExactly("member-joined", "member");
        assertThat(keys(new ClusterEvent.MemberChanged(NODE, NODE)))
                .containsExactly("member-changed", "before", "member");
        assertThat(keys(new ClusterEvent.MemberLeft(NODE))).containsExactly("member-left", "member");
        assertThat(keys(new ClusterEvent.MemberLost(NODE, "x"))).containsExactly("member-lost", "cause", "member");
        assertThat(keys(new ClusterEvent.MemberDied(new MemberId("a"), "i", "x")))
                .containsExactly("member-died", "id", "incarnation", "cause");
        assertThat(keys(new ClusterEvent.ServiceAdded(SERVICE))).containsExactly("service-added", "service");
        assertThat(keys(new ClusterEvent.ServiceChanged(SERVICE, SERVICE)))
                .containsExactly("service-changed", "before", "service");
        assertThat(keys(new ClusterEvent.ServiceRemoved(SERVICE))).containsExactly("service-removed", "service");
        assertThat(keys(new ClusterEvent.ViewSettled(true))).containsExactly("view-settled", "complete");
        assertThat(keys(new ClusterEvent.HubConnected(1))).containsExactly("hub-connected");
        assertThat(keys(new ClusterEvent.HubDisconnected("x"))).containsExactly("hub-disconnected", "cause");
    }

    /** The type, and the keys that not every change has. */
    private static List<String> keys(ClusterEvent event) {
        Map<?, ?> document =
                (Map<?, ?>) change(event, Examples.VIEW, Examples.VIEW).document();
        List<String> common = List.of("type", "at", "epoch", "revision", "warming", "connected");
        List<String> keys = new java.util.ArrayList<>(List.of(String.valueOf(document.get("type"))));
        document.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !common.contains(key))
                .forEach(keys::add);
        return keys;
    }

    private static String text(ClusterEvent... events) {
        StringBuilder text = new StringBuilder();
        for (ClusterEvent event : events) {
            text.append(change(event, Examples.VIEW, Examples.VIEW).text());
        }
        return text.toString();
    }

    private static Change change(ClusterEvent event, ClusterView before, ClusterView after) {
        return new Change(Instant.parse("2026-01-01T12:00:00.120Z"), event, before, after);
    }
}
