package org.asterism.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.junit.jupiter.api.Test;

class LockOwnerTest {

    private final LockOwner self = new LockOwner(new MemberId("a/1"), "i1");
    private final LockOwner other = new LockOwner(new MemberId("b/2"), "i7");

    @Test
    void isFoundInWhatTheLockRowSays() {
        assertThat(LockOwner.parse("host#" + other.note() + " (10.0.0.1)")).contains(other);
        assertThat(LockOwner.parse("host (10.0.0.1)")).isEmpty();
    }

    @Test
    void anEarlierAttemptOfTheOneWhoAsksIsOver() {
        assertThat(self.isGone(self, ClusterView.UNKNOWN)).isTrue();
    }

    @Test
    void anotherMemberIsGoneOnceItsLifeIsOver() {
        assertThat(other.isGone(self, view(false, false, "b/2", "i7"))).isFalse();
        assertThat(other.isGone(self, view(false, false, "b/2", "i8"))).isTrue();
        assertThat(other.isGone(self, view(false, false, "a/1", "i1"))).isTrue();
    }

    @Test
    void inDoubtItIsAtWork() {
        assertThat(other.isGone(self, view(true, false, "a/1", "i1"))).isFalse();
        assertThat(other.isGone(self, view(false, true, "a/1", "i1"))).isFalse();
    }

    private static ClusterView view(boolean warming, boolean stale, String id, String incarnation) {
        Member member = new Member(
                new MemberId(id),
                MemberKind.SERVER_NODE,
                incarnation,
                MemberState.UP,
                "host",
                1,
                "1",
                Map.of(),
                Instant.EPOCH);
        return new ClusterView(1, 1, warming, stale, List.of(member), List.of());
    }
}
