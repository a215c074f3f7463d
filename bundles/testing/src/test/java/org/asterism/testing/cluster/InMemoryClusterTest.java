package org.asterism.testing.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.cluster.ClusterEvent.HubConnected;
import org.asterism.cluster.ClusterEvent.MemberJoined;
import org.asterism.cluster.ClusterEvent.MemberLost;
import org.asterism.cluster.ClusterEvent.ViewSettled;
import org.asterism.cluster.MemberKind;
import org.asterism.testing.contract.RecordedEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only the in-memory cluster can do. */
@Timeout(30)
class InMemoryClusterTest {

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryMember a = cluster.join("a", MemberKind.INSTANCE);
    private final InMemoryMember b = cluster.join("b", MemberKind.INSTANCE);

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void aPartitionedMemberIsLostAndComesBack() throws InterruptedException {
        cluster.settle();
        RecordedEvents atA = RecordedEvents.of(a.cluster());
        RecordedEvents atB = RecordedEvents.of(b.cluster());
        cluster.partition(b);
        cluster.settle();
        assertThat(atA.of(MemberLost.class)).hasSize(1);
        assertThat(b.cluster().view().stale()).isTrue();
        assertThat(b.cluster().view().members()).hasSize(2);
        cluster.heal(b);
        cluster.settle();
        assertThat(atA.of(MemberJoined.class)).hasSize(1);
        assertThat(atB.of(HubConnected.class)).containsExactly(new HubConnected(1));
        assertThat(b.cluster().view()).isEqualTo(a.cluster().view());
    }

    @Test
    void whatIsHeldArrivesWhenItIsReleased() throws InterruptedException {
        List<String> heard = new CopyOnWriteArrayList<>();
        AutoCloseable unused = b.messages().listen("t", message -> heard.add(new String(message.payload(), UTF_8)));
        cluster.hold(b);
        a.messages().send(b.id(), "t", "x".getBytes(UTF_8));
        cluster.settle();
        assertThat(heard).isEmpty();
        cluster.release(b);
        cluster.settle();
        assertThat(heard).containsExactly("x");
    }

    @Test
    void aNewHubWaitsForAPartitionedMemberUntilTheGraceEnds() throws InterruptedException {
        cluster.settle();
        cluster.stopHub();
        cluster.partition(b);
        cluster.startHub();
        cluster.settle();
        assertThat(a.cluster().view().warming()).isTrue();
        assertThat(a.cluster().view().members()).hasSize(2);
        RecordedEvents atHub = RecordedEvents.of(cluster.hub().cluster());
        cluster.endGrace();
        cluster.settle();
        assertThat(atHub.of(ViewSettled.class)).containsExactly(new ViewSettled(false));
        assertThat(a.cluster().view().members()).hasSize(1);
    }

    @Test
    void theFirstHubDoesNotKnowWhetherSomeoneComesBack() {
        try (InMemoryCluster fresh = InMemoryCluster.warming()) {
            assertThat(fresh.hub().cluster().view().warming()).isTrue();
        }
    }

    @Test
    void aManualClockStandsStill() {
        ManualClock clock = new ManualClock();
        clock.advance(Duration.ofMillis(3));
        assertThat(clock.nanoTime()).isEqualTo(3_000_000);
        assertThat(clock.millis()).isEqualTo(3);
    }
}
