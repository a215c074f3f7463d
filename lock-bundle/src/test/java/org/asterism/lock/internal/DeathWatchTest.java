package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.asterism.cluster.MemberId;
import org.asterism.lock.internal.DeathWatch.Suspect;
import org.junit.jupiter.api.Test;

class DeathWatchTest {

    private static final Duration GRACE = Duration.ofMillis(200);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Owner A = new Owner(new MemberId("a"), "1");
    private static final Owner B = new Owner(new MemberId("b"), "1");
    private static final ProcessMark ONE = new ProcessMark("m", 1, 100);
    private static final ProcessMark OTHER = new ProcessMark("m", 1, 200);
    private static final Suspect SUSPECT = new Suspect(A, ONE);

    private final DeathWatch watch = new DeathWatch(GRACE, LEASE);

    @Test
    void looksAtNobodyWhoIsConnectedOrWasNeverSeen() {
        watch.seen(A, ONE);
        watch.lost(B, Duration.ZERO);
        assertThat(watch.due(GRACE)).isEmpty();
    }

    @Test
    void looksAgainAndAgainAfterTheGraceUntilTheLeaseIsOver() {
        watch.seen(A, ONE);
        watch.lost(A, Duration.ZERO);
        assertThat(watch.due(GRACE.minusNanos(1))).isEmpty();
        assertThat(watch.due(GRACE)).containsExactly(SUSPECT);
        assertThat(watch.isDead(SUSPECT, Presence.THERE)).isFalse();
        assertThat(watch.isDead(SUSPECT, Presence.UNKNOWN)).isFalse();
        assertThat(watch.due(LEASE.minusNanos(1))).containsExactly(SUSPECT);
        assertThat(watch.due(LEASE)).isEmpty();
        assertThat(watch.isDead(SUSPECT, Presence.GONE)).isFalse();
    }

    @Test
    void tellsOfADeathOnce() {
        watch.seen(A, ONE);
        watch.lost(A, Duration.ZERO);
        assertThat(watch.isDead(SUSPECT, Presence.GONE)).isTrue();
        assertThat(watch.isDead(SUSPECT, Presence.GONE)).isFalse();
        assertThat(watch.due(GRACE)).isEmpty();
    }

    @Test
    void believesThatNobodyIsDeadWhoHasComeBackMeanwhile() {
        watch.seen(A, ONE);
        watch.lost(A, Duration.ZERO);
        watch.seen(A, OTHER);
        assertThat(watch.isDead(SUSPECT, Presence.GONE)).isFalse();
        watch.lost(A, Duration.ZERO);
        assertThat(watch.isDead(SUSPECT, Presence.GONE)).isFalse();
        assertThat(watch.isDead(new Suspect(A, OTHER), Presence.GONE)).isTrue();
    }

    @Test
    void forgetsWhoHasLeft() {
        watch.seen(A, ONE);
        watch.lost(A, Duration.ZERO);
        watch.forget(A);
        assertThat(watch.due(GRACE)).isEmpty();
        watch.lost(A, GRACE);
        assertThat(watch.due(LEASE)).isEmpty();
    }
}
