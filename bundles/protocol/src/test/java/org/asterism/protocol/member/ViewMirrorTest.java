package org.asterism.protocol.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterEvent.HubConnected;
import org.asterism.cluster.ClusterEvent.HubDisconnected;
import org.asterism.cluster.ClusterEvent.MemberJoined;
import org.asterism.cluster.ClusterEvent.MemberLost;
import org.asterism.cluster.ClusterEvent.ServiceAdded;
import org.asterism.cluster.ClusterEvent.ServiceChanged;
import org.asterism.cluster.ClusterEvent.ServiceRemoved;
import org.asterism.cluster.ClusterEvent.ViewSettled;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.Life;
import org.asterism.protocol.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ViewMirrorTest {

    private static final Member A = member("a", "1");
    private static final Member B = member("b", "1");
    private static final ServiceEntry OF_B = new ServiceEntry("s", List.of("x.Y"), B.id(), Map.of());

    private static final ServiceEntry OF_HUB =
            new ServiceEntry("locks@hub", List.of("x.Locks"), MemberId.HUB, Map.of("framework", "1"));

    private final ViewMirror mirror = new ViewMirror();

    @Test
    void theFirstSnapshotTellsOfEveryone() {
        assertThat(mirror.view()).isEqualTo(ClusterView.UNKNOWN);
        assertThat(events(mirror.take(snapshot("h1", 1, 5, false, List.of(A, B), List.of(OF_B)))))
                .containsExactly(new HubConnected(1), new MemberJoined(A), new MemberJoined(B), new ServiceAdded(OF_B));
        assertThat(mirror.view()).isEqualTo(new ClusterView(1, 5, false, false, List.of(A, B), List.of(OF_B)));
    }

    @Test
    void eachChangeBeginsWhereTheOneBeforeEnded() {
        List<ViewChange> changes = mirror.take(snapshot("h1", 1, 5, false, List.of(A, B), List.of(OF_B)));
        for (int i = 1; i < changes.size(); i++) {
            assertThat(changes.get(i).before()).isEqualTo(changes.get(i - 1).after());
        }
    }

    @Test
    void whatIsOldIsIgnoredAndAGapIsFound() {
        mirror.take(snapshot("h1", 1, 5, false, List.of(A), List.of()));
        assertThat(mirror.apply(new HubEvent.MemberJoined(1, 5, B, List.of()))).contains(List.of());
        assertThat(mirror.apply(new HubEvent.MemberJoined(1, 7, B, List.of()))).isEmpty();
        assertThat(mirror.apply(new HubEvent.MemberJoined(1, 6, B, List.of())).map(ViewMirrorTest::events))
                .contains(List.of(new MemberJoined(B)));
        assertThat(mirror.apply(new HubEvent.ServiceRemoved(2, 7, "s"))).isEmpty();
    }

    @Test
    void aRaisedEpochIsFollowed() {
        mirror.take(snapshot("h1", 1, 5, false, List.of(A), List.of()));
        assertThat(mirror.apply(new HubEvent.EpochRaised(9, 6)).map(ViewMirrorTest::events))
                .contains(List.of(new HubConnected(9)));
        assertThat(mirror.view().epoch()).isEqualTo(9);
    }

    @Test
    void withoutAHubTheViewStaysAndIsStale() {
        mirror.take(snapshot("h1", 1, 5, false, List.of(A, B), List.of(OF_B)));
        assertThat(events(mirror.disconnected("cut"))).containsExactly(new HubDisconnected("cut"));
        assertThat(mirror.disconnected("again")).isEmpty();
        assertThat(mirror.view()).isEqualTo(new ClusterView(1, 5, false, true, List.of(A, B), List.of(OF_B)));
    }

    @Test
    void whoIsRememberedStaysWhileTheNewHubIsWarming() {
        toTheNewHub();
        assertThat(mirror.view().members()).containsExactly(A, B);
        assertThat(mirror.view().services()).containsExactly(OF_B);
        assertThat(mirror.presence().awaited()).containsExactly(B.id());
        assertThat(apply(new HubEvent.MemberJoined(2, 2, B, List.of(OF_B)))).isEmpty();
        assertThat(mirror.presence().awaited()).isEmpty();
        assertThat(mirror.settled()).isEmpty();
        assertThat(apply(new HubEvent.ViewSettled(2, 3, true))).containsExactly(new ViewSettled(true));
        assertThat(mirror.settled()).contains(new ViewSettled(true));
    }

    @Test
    void whoIsNotBackWhenTheHubWaitsNoLongerIsLost() {
        toTheNewHub();
        assertThat(apply(new HubEvent.ViewSettled(2, 2, false)))
                .containsExactly(
                        new ServiceRemoved(OF_B),
                        new MemberLost(B, "did not come back after the hub was restarted"),
                        new ViewSettled(false));
        assertThat(mirror.view().members()).containsExactly(A);
    }

    @Test
    void whatTheHubItselfOffersIsTheSameServiceInItsNextLife() {
        theHubOffersNothingYet();
        ServiceEntry again = new ServiceEntry("locks@hub", List.of("x.Locks"), MemberId.HUB, Map.of("framework", "2"));
        assertThat(apply(new HubEvent.ServiceAdded(2, 2, again))).containsExactly(new ServiceChanged(OF_HUB, again));
        assertThat(apply(new HubEvent.ViewSettled(2, 3, true))).containsExactly(new ViewSettled(true));
        assertThat(mirror.view().services()).containsExactly(again);
    }

    @Test
    void whatTheNextHubDoesNotOfferIsGoneWhenItWaitsNoLonger() {
        theHubOffersNothingYet();
        assertThat(apply(new HubEvent.ViewSettled(2, 2, true)))
                .containsExactly(new ServiceRemoved(OF_HUB), new ViewSettled(true));
    }

    private void theHubOffersNothingYet() {
        mirror.take(snapshot("h1", 1, 5, false, List.of(A), List.of(OF_HUB)));
        mirror.disconnected("restart");
        assertThat(events(mirror.take(snapshot("h2", 2, 1, true, List.of(A), List.of()))))
                .containsExactly(new HubConnected(2));
        assertThat(mirror.view().services()).containsExactly(OF_HUB);
    }

    @Test
    void whoIsRememberedAndDiedIsLostAtOnce() {
        toTheNewHub();
        assertThat(apply(new HubEvent.MemberLost(2, 2, Life.of(B), "died")))
                .containsExactly(new ServiceRemoved(OF_B), new MemberLost(B, "died"));
    }

    @Test
    void whoComesBackAsAnotherIncarnationWasLost() {
        toTheNewHub();
        Member again = member("b", "2");
        assertThat(apply(new HubEvent.MemberJoined(2, 2, again, List.of())))
                .containsExactly(
                        new ServiceRemoved(OF_B),
                        new MemberLost(B, "replaced by a new incarnation"),
                        new MemberJoined(again));
    }

    @Test
    void aHubThatIsNotWarmingIsBelievedAtOnce() {
        mirror.take(snapshot("h1", 1, 5, false, List.of(A, B), List.of(OF_B)));
        mirror.disconnected("cut");
        assertThat(events(mirror.take(snapshot("h1", 1, 8, false, List.of(A), List.of()))))
                .containsExactly(
                        new HubConnected(1),
                        new ServiceRemoved(OF_B),
                        new MemberLost(B, "gone when the link to the hub came back"));
    }

    @Test
    void whatAHubHasForgottenIsGoneAlsoWhileItIsWarming() {
        mirror.take(snapshot("h1", 1, 5, true, List.of(A, B), List.of(OF_B)));
        mirror.disconnected("cut");
        assertThat(events(mirror.take(snapshot("h1", 1, 8, true, List.of(A), List.of()))))
                .containsExactly(
                        new HubConnected(1),
                        new ServiceRemoved(OF_B),
                        new MemberLost(B, "gone when the link to the hub came back"));
    }

    @Test
    void anOldHubIsRefused() {
        mirror.take(snapshot("h2", 7, 5, false, List.of(A, B), List.of()));
        mirror.disconnected("cut");
        Snapshot old = snapshot("h1", 6, 90, false, List.of(A), List.of());
        assertThat(mirror.objection(old)).contains("an old hub (epoch 6, newer 7)");
        assertThatIllegalArgumentException().isThrownBy(() -> mirror.take(old));
        assertThat(mirror.view()).isEqualTo(new ClusterView(7, 5, false, true, List.of(A, B), List.of()));
        assertThat(mirror.objection(snapshot("h2", 7, 6, false, List.of(A), List.of())))
                .isEmpty();
        assertThat(mirror.objection(snapshot("h3", 8, 0, true, List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void whatMakesNoDifferenceLeavesNoGapBetweenChanges() {
        toTheNewHub();
        ClusterView told = mirror.view();
        assertThat(apply(new HubEvent.MemberJoined(2, 2, B, List.of(OF_B)))).isEmpty();
        List<ViewChange> changes =
                mirror.apply(new HubEvent.ViewSettled(2, 3, true)).orElseThrow();
        assertThat(changes.get(0).before()).isEqualTo(told);
        assertThat(changes.get(0).after().revision()).isEqualTo(3);
    }

    @Test
    @Timeout(20)
    void aLargeClusterIsTakenOverQuickly() {
        List<Member> members =
                IntStream.range(0, 2_000).mapToObj(i -> member("m" + i, "1")).toList();
        List<ServiceEntry> services = IntStream.range(0, 100_000)
                .mapToObj(i -> new ServiceEntry(
                        "s" + i, List.of("x.Y"), members.get(i % members.size()).id(), Map.of()))
                .toList();
        List<ViewChange> changes = mirror.take(snapshot("h1", 1, 5, false, members, services));
        assertThat(changes).hasSize(1 + members.size() + services.size());
        assertThat(changes.get(500).after().members()).hasSize(500);
        assertThat(mirror.view().services()).hasSize(services.size());
        for (int i = 0; i < members.size(); i++) {
            mirror.apply(new HubEvent.MemberLost(1, 6 + i, Life.of(members.get(i)), "cut"));
        }
        assertThat(mirror.view().services()).isEmpty();
    }

    private void toTheNewHub() {
        mirror.take(snapshot("h1", 1, 5, false, List.of(A, B), List.of(OF_B)));
        mirror.disconnected("restart");
        assertThat(events(mirror.take(snapshot("h2", 2, 1, true, List.of(A), List.of()))))
                .containsExactly(new HubConnected(2));
    }

    private List<ClusterEvent> apply(HubEvent event) {
        return events(mirror.apply(event).orElseThrow());
    }

    private static List<ClusterEvent> events(List<ViewChange> changes) {
        return changes.stream().map(ViewChange::event).toList();
    }

    private static Snapshot snapshot(
            String hub, long epoch, long revision, boolean warming, List<Member> members, List<ServiceEntry> services) {
        return new Snapshot(hub, epoch, revision, warming, false, members, services);
    }

    private static Member member(String id, String incarnation) {
        return new Member(
                new MemberId(id),
                MemberKind.INSTANCE,
                incarnation,
                MemberState.UP,
                "host",
                1,
                "1",
                Map.of(),
                Instant.EPOCH);
    }
}
