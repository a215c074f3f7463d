package org.asterism.protocol.member;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.protocol.member.Outbox.Parcel;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final MemberId A = new MemberId("a");
    private static final MemberId B = new MemberId("b");
    private static final Presence DOWN = presence(false, "h1", "1", Set.of());
    private static final Presence UP = presence(true, "h1", "1", Set.of());

    private final Outbox outbox = new Outbox(new MessagingLimits(10, 10, 6, Duration.ofSeconds(10), 1, 1));

    @Test
    void keepsUpToItsBoundWhileTheLinkIsDown() {
        assertThat(outbox.add(to(A, "12345"))).isTrue();
        assertThat(outbox.add(to(B, "12345"))).isTrue();
        assertThat(outbox.add(to(B, "1"))).isFalse();
        assertThat(outbox.release(DOWN, 0)).isEmpty();
        assertThat(texts(outbox.release(UP, 0))).containsExactly("12345", "12345");
        assertThat(outbox.add(to(B, "1"))).isTrue();
    }

    @Test
    void holdsBackWhatGoesToThoseWhoAreNotBackYet() {
        Presence awaitingB = presence(true, "h1", "1", Set.of(B));
        List.of(to(A, "a"), to(B, "b1"), all("p"), to(B, "b2")).forEach(outbox::add);
        assertThat(texts(outbox.release(awaitingB, 0))).containsExactly("a");
        assertThat(texts(outbox.release(UP, 0)))
                .containsExactlyInAnyOrder("b1", "b2", "p")
                .containsSubsequence("b1", "b2");
    }

    @Test
    void sendsAgainWhatWasSentLatelyBeforeWhatWaits() {
        send(to(A, "old"), 0);
        send(to(A, "1"), Duration.ofSeconds(5).toNanos());
        send(to(A, "2"), Duration.ofSeconds(6).toNanos());
        outbox.linkLost(Duration.ofSeconds(11).toNanos());
        outbox.add(to(A, "3"));
        assertThat(texts(outbox.release(UP, Duration.ofSeconds(12).toNanos()))).containsExactly("1", "2", "3");
    }

    @Test
    void forgetsTheOldestPastItsBound() {
        send(to(A, "1234"), 0);
        send(to(A, "5678"), 0);
        outbox.linkLost(0);
        assertThat(texts(outbox.release(UP, 0))).containsExactly("5678");
    }

    @Test
    void neverSendsToAnotherLifeWhatWasSentToOne() {
        send(to(A, "a"), 0);
        send(to(MemberId.HUB, "h"), 0);
        outbox.linkLost(0);
        outbox.add(to(A, "new"));
        outbox.add(to(MemberId.HUB, "new"));
        assertThat(texts(outbox.release(presence(true, "h2", "2", Set.of()), 0)))
                .containsExactly("new", "new");
    }

    @Test
    void dropsWhatNobodyWillTake() {
        outbox.add(to(A, "12345"));
        outbox.add(to(B, "12345"));
        assertThat(outbox.drop(A)).isEqualTo(1);
        assertThat(outbox.add(to(B, "12345"))).isTrue();
        assertThat(texts(outbox.release(UP, 0))).containsExactly("12345", "12345");
    }

    private void send(Parcel parcel, long now) {
        outbox.add(parcel);
        assertThat(outbox.release(UP, now)).hasSize(1);
    }

    private static Parcel to(MemberId id, String text) {
        return Parcel.fresh(Optional.of(id), "t", text.getBytes(UTF_8));
    }

    private static Parcel all(String text) {
        return Parcel.fresh(Optional.empty(), "t", text.getBytes(UTF_8));
    }

    private static List<String> texts(List<Parcel> parcels) {
        return parcels.stream().map(parcel -> new String(parcel.bytes(), UTF_8)).toList();
    }

    private static Presence presence(boolean up, String hub, String incarnation, Set<MemberId> awaited) {
        List<Member> members = Stream.of(A, B)
                .map(id -> new Member(
                        id, MemberKind.INSTANCE, incarnation, MemberState.UP, "host", 1, "1", Map.of(), Instant.EPOCH))
                .toList();
        return new Presence(up, hub, new ClusterView(1, 1, false, !up, members, List.of()), awaited);
    }
}
