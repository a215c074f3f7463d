package org.asterism.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.asterism.cluster.MemberKind;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A hub and two instances that know each other. */
@Timeout(120)
abstract class ClusterContract {

    static final Duration SOON = Duration.ofSeconds(20);

    ClusterFixture cluster;
    ClusterMember a;
    ClusterMember b;

    protected abstract ClusterFixture newCluster() throws Exception;

    @BeforeEach
    final void begin() throws Exception {
        cluster = newCluster();
        a = cluster.join("a", MemberKind.INSTANCE);
        b = cluster.join("b", MemberKind.INSTANCE);
        soon(() -> {
            assertThat(ids(a)).containsExactly("a", "b");
            assertThat(ids(b)).containsExactly("a", "b");
            assertThat(ids(cluster.hub())).containsExactly("a", "b");
        });
    }

    @AfterEach
    final void end() throws Exception {
        cluster.close();
    }

    /** Ends the hub and waits until both instances have noticed. */
    final void loseTheHub() throws Exception {
        cluster.killHub();
        soon(() -> assertThat(a.cluster().view().stale()).isTrue());
        soon(() -> assertThat(b.cluster().view().stale()).isTrue());
    }

    /** Who is in a member's view. */
    static List<String> ids(ClusterMember member) {
        return member.cluster().view().members().stream()
                .map(m -> m.id().value())
                .toList();
    }

    static void soon(ThrowingRunnable assertion) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).untilAsserted(assertion);
    }
}
