package org.asterism.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.ClusterEvent.HubConnected;
import org.asterism.cluster.ClusterEvent.HubDisconnected;
import org.asterism.cluster.ClusterEvent.MemberChanged;
import org.asterism.cluster.ClusterEvent.MemberDied;
import org.asterism.cluster.ClusterEvent.MemberJoined;
import org.asterism.cluster.ClusterEvent.MemberLeft;
import org.asterism.cluster.ClusterEvent.MemberLost;
import org.asterism.cluster.ClusterEvent.ServiceRemoved;
import org.asterism.cluster.ClusterEvent.ViewSettled;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.asterism.cluster.spi.ServicePublication;
import org.junit.jupiter.api.Test;

/**
 * What {@link org.asterism.cluster.ClusterService} promises.
 *
 * <ol>
 *   <li>Whoever joins is in everyone's view, and everyone hears of it once.
 *   <li>Events come one after the other: each begins where the one before it ended, and the revision never goes back.
 *   <li>A service is in everyone's list from its publication to its end or its owner's.
 *   <li>Who says good-bye has left; who is killed is lost. Both leave the lists.
 *   <li>A change of state is told.
 *   <li>Without a hub the last view stays, marked stale.
 *   <li>After a restart of the hub the epoch is higher and the lists are as before; nobody is reported lost or removed who
 *       comes back, and the view settles completely.
 *   <li>Who died while the hub was away is lost once the grace time is over, and the view settles incompletely.
 *   <li>A new life replaces the old one; the hub hears that the old one has died.
 *   <li>The hub hears of a reported death, also of a member that it has already lost.
 *   <li>A subscription that is closed hears nothing more.
 *   <li>A listener that blocks or fails delays no other, and hears everything in order once it goes on.
 * </ol>
 */
public abstract class ClusterServiceContract extends ClusterContract {

    @Test
    void invariant01EveryoneHearsOfAJoinOnce() throws Exception {
        RecordedEvents atA = RecordedEvents.of(a.cluster());
        RecordedEvents atHub = RecordedEvents.of(cluster.hub().cluster());
        ClusterMember node = cluster.join("a/1", MemberKind.SERVER_NODE);
        soon(() -> assertThat(List.of(ids(a), ids(b), ids(node), ids(cluster.hub())))
                .containsOnly(List.of("a", "a/1", "b")));
        soon(() -> assertThat(atA.of(MemberJoined.class)).hasSize(1));
        soon(() -> assertThat(atHub.of(MemberJoined.class)).hasSize(1));
        Member member = atA.of(MemberJoined.class).get(0).member();
        assertThat(member.id()).isEqualTo(node.id());
        assertThat(member.kind()).isEqualTo(MemberKind.SERVER_NODE);
        assertThat(member.incarnation()).isEqualTo(node.incarnation());
        assertThat(member.instance()).contains("a");
    }

    @Test
    void invariant02EventsFollowEachOther() throws Exception {
        RecordedEvents atA = RecordedEvents.of(a.cluster());
        for (int i = 1; i <= 5; i++) {
            cluster.leave(cluster.join("b/" + i, MemberKind.SERVER_NODE));
        }
        soon(() -> assertThat(atA.of(MemberLeft.class)).hasSize(5));
        List<RecordedEvents.Heard> all = atA.all();
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).before().members())
                    .isEqualTo(all.get(i - 1).after().members());
            assertThat(all.get(i).after().revision())
                    .isGreaterThanOrEqualTo(all.get(i - 1).after().revision());
        }
    }

    @Test
    void invariant03AServiceIsListedFromItsPublicationToItsEnd() throws Exception {
        ServicePublication publication =
                a.services().publish("s-1", List.of("x.Y"), Map.of("n", 1L, "l", List.of("p")));
        ServicePublication unused = a.services().publish("s-2", List.of("x.Y"), Map.of());
        soon(() -> assertThat(service(b, "s-1"))
                .isEqualTo(new ServiceEntry("s-1", List.of("x.Y"), a.id(), Map.of("n", 1L, "l", List.of("p")))));
        publication.update(Map.of("n", 2L));
        soon(() -> assertThat(service(b, "s-1").properties()).isEqualTo(Map.of("n", 2L)));
        publication.close();
        soon(() -> assertThat(b.cluster().view().service("s-1")).isEmpty());
        assertThat(b.cluster().view().service("s-2")).isPresent();
        cluster.kill(a);
        soon(() -> assertThat(b.cluster().view().services()).isEmpty());
    }

    @Test
    void invariant04WhoSaysGoodByeHasLeftAndWhoIsKilledIsLost() throws Exception {
        ClusterMember c = cluster.join("c", MemberKind.INSTANCE);
        soon(() -> assertThat(ids(b)).contains("c"));
        RecordedEvents atB = RecordedEvents.of(b.cluster());
        cluster.leave(a);
        cluster.kill(c);
        soon(() -> assertThat(ids(b)).containsExactly("b"));
        soon(() -> assertThat(atB.of(MemberLeft.class))
                .extracting(e -> e.member().id())
                .containsExactly(a.id()));
        soon(() -> assertThat(atB.of(MemberLost.class))
                .extracting(e -> e.member().id())
                .containsExactly(c.id()));
    }

    @Test
    void invariant05AChangeOfStateIsTold() {
        RecordedEvents atB = RecordedEvents.of(b.cluster());
        a.control().state(MemberState.DRAINING);
        soon(() -> assertThat(atB.of(MemberChanged.class)).hasSize(1));
        assertThat(b.cluster().view().member(a.id()).orElseThrow().state()).isEqualTo(MemberState.DRAINING);
    }

    @Test
    void invariant06WithoutAHubTheLastViewStaysStale() throws Exception {
        RecordedEvents atA = RecordedEvents.of(a.cluster());
        cluster.killHub();
        soon(() -> assertThat(a.cluster().view().stale()).isTrue());
        assertThat(ids(a)).containsExactly("a", "b");
        soon(() -> assertThat(atA.of(HubDisconnected.class)).hasSize(1));
    }

    @Test
    void invariant07ARestartOfTheHubLosesNothing() throws Exception {
        ServicePublication unused = b.services().publish("s-b", List.of("x.Y"), Map.of());
        soon(() -> assertThat(a.cluster().view().service("s-b")).isPresent());
        long epoch = a.cluster().view().epoch();
        RecordedEvents atA = RecordedEvents.of(a.cluster());
        cluster.killHub();
        soon(() -> assertThat(a.cluster().view().stale()).isTrue());
        cluster.startHub();
        soon(() -> assertThat(settled(a)).isTrue());
        soon(() -> assertThat(settled(b)).isTrue());
        soon(() -> assertThat(settled(cluster.hub())).isTrue());
        assertThat(a.cluster().view().epoch()).isGreaterThan(epoch);
        assertThat(ids(cluster.hub())).containsExactly("a", "b");
        assertThat(ids(a)).containsExactly("a", "b");
        assertThat(service(a, "s-b").member()).isEqualTo(b.id());
        soon(() -> assertThat(atA.of(ViewSettled.class)).containsOnly(new ViewSettled(true)));
        assertThat(atA.of(HubConnected.class))
                .containsExactly(new HubConnected(a.cluster().view().epoch()));
        assertThat(atA.of(MemberLost.class)).isEmpty();
        assertThat(atA.of(ServiceRemoved.class)).isEmpty();
    }

    @Test
    void invariant08WhoDiedWhileTheHubWasAwayIsLostAfterTheGraceTime() throws Exception {
        RecordedEvents atA = RecordedEvents.of(a.cluster());
        cluster.killHub();
        soon(() -> assertThat(a.cluster().view().stale()).isTrue());
        cluster.kill(b);
        cluster.startHub();
        soon(() -> assertThat(a.cluster().view().stale()).isFalse());
        cluster.endGrace();
        soon(() -> assertThat(atA.of(MemberLost.class))
                .extracting(e -> e.member().id())
                .containsExactly(b.id()));
        soon(() -> assertThat(settled(a)).isTrue());
        assertThat(ids(a)).containsExactly("a");
    }

    @Test
    void invariant09ANewLifeReplacesTheOldOne() throws Exception {
        RecordedEvents atB = RecordedEvents.of(b.cluster());
        RecordedEvents atHub = RecordedEvents.of(cluster.hub().cluster());
        ClusterMember again = cluster.join("a", MemberKind.INSTANCE);
        assertThat(again.incarnation()).isNotEqualTo(a.incarnation());
        soon(() -> assertThat(b.cluster().view().member(a.id()).orElseThrow().incarnation())
                .isEqualTo(again.incarnation()));
        soon(() -> assertThat(atB.of(MemberLost.class)).hasSize(1));
        soon(() -> assertThat(atB.of(MemberJoined.class)).hasSize(1));
        soon(() -> assertThat(atHub.of(MemberDied.class))
                .extracting(MemberDied::incarnation)
                .contains(a.incarnation()));
    }

    @Test
    void invariant10TheHubHearsOfAReportedDeath() throws Exception {
        RecordedEvents atHub = RecordedEvents.of(cluster.hub().cluster());
        cluster.kill(b);
        soon(() -> assertThat(ids(a)).containsExactly("a"));
        a.control().reportDeath(b.id(), b.incarnation());
        soon(() -> assertThat(atHub.of(MemberDied.class))
                .extracting(MemberDied::incarnation)
                .containsExactly(b.incarnation()));
        assertThat(atHub.of(MemberLost.class)).hasSize(1);
    }

    @Test
    void invariant11AClosedSubscriptionHearsNothing() throws Exception {
        RecordedEvents closed = new RecordedEvents();
        a.cluster().subscribe(closed).close();
        RecordedEvents open = RecordedEvents.of(a.cluster());
        cluster.leave(b);
        soon(() -> assertThat(open.of(MemberLeft.class)).hasSize(1));
        assertThat(closed.all()).isEmpty();
    }

    @Test
    void invariant12AListenerHarmsNoOther() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        RecordedEvents slow = new RecordedEvents();
        AutoCloseable unusedSlow = a.cluster().subscribe((event, before, after) -> {
            awaitQuietly(blocked);
            slow.changed(event, before, after);
        });
        AutoCloseable unusedBroken = a.cluster().subscribe((event, before, after) -> {
            throw new IllegalStateException("this listener fails on purpose");
        });
        RecordedEvents quick = RecordedEvents.of(a.cluster());
        for (int i = 1; i <= 5; i++) {
            cluster.leave(cluster.join("b/" + i, MemberKind.SERVER_NODE));
        }
        soon(() -> assertThat(quick.of(MemberLeft.class)).hasSize(5));
        assertThat(slow.all()).isEmpty();
        blocked.countDown();
        soon(() -> assertThat(slow.all()).isEqualTo(quick.all()));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            boolean unused = latch.await(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean settled(ClusterMember member) {
        ClusterView view = member.cluster().view();
        return !view.stale() && !view.warming();
    }

    private static ServiceEntry service(ClusterMember member, String id) {
        return member.cluster().view().service(id).orElseThrow();
    }
}
