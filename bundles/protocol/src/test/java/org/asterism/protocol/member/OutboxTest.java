package org.asterism.protocol.member;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.Envelope;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final MemberId A = new MemberId("a");
    private static final MemberId B = new MemberId("b");
    private static final Presence DOWN = presence(false, "h1", "1", Set.of());
    private static final Presence UP = presence(true, "h1", "1", Set.of());
    /** Each parcel counts 64 bytes more than its payload. */
    private static final int ONE = 64 + 1;

    private final List<Parcel> left = new ArrayList<>();
    private final Outbox outbox = outbox(10 * ONE, 10 * ONE);

    @Test
    void keepsUpToItsBoundWhileTheLinkIsDown() {
        Outbox small = outbox(2 * ONE, 10 * ONE);
        assertThat(small.hasRoom()).isTrue();
        assertThat(small.add(to(A, "1"))).isTrue();
        assertThat(small.add(to(B, "2"))).isTrue();
        assertThat(small.hasRoom()).isFalse();
        assertThat(small.add(to(B, "3"))).isFalse();
        small.release(DOWN);
        assertThat(left).isEmpty();
        small.release(UP);
        assertThat(texts()).containsExactly("1", "2");
        assertThat(small.add(to(B, "3"))).isTrue();
    }

    @Test
    void holdsBackWhatGoesToThoseWhoAreNotBackYet() {
        List.of(to(A, "a"), to(B, "c"), all("p"), to(B, "d")).forEach(outbox::add);
        outbox.release(presence(true, "h1", "1", Set.of(B)));
        assertThat(texts()).containsExactly("a");
        outbox.release(UP);
        assertThat(texts()).containsExactlyInAnyOrder("a", "c", "d", "p").containsSubsequence("c", "d");
    }

    @Test
    void letsNoMoreLeaveThanMayBeUnconfirmed() {
        Outbox narrow = outbox(10 * ONE, 2 * ONE);
        List.of(to(A, "1"), to(A, "2"), to(B, "3"), to(A, "4")).forEach(narrow::add);
        narrow.release(UP);
        assertThat(texts()).containsExactly("1", "2");
        narrow.confirmed(left.get(0).position());
        narrow.release(UP);
        assertThat(texts()).containsExactly("1", "2", "4");
    }

    @Test
    void sendsAgainWhatIsNotConfirmedWithItsSequenceBeforeWhatWaits() {
        List.of(to(A, "1"), to(A, "2"), to(A, "3")).forEach(outbox::add);
        outbox.release(UP);
        List<Long> sequences = left.stream().map(Parcel::sequence).toList();
        outbox.confirmed(left.get(0).position());
        outbox.linkLost();
        outbox.add(to(A, "4"));
        left.clear();
        outbox.release(UP);
        assertThat(texts()).containsExactly("2", "3", "4");
        assertThat(left.stream().map(Parcel::sequence).limit(2)).isEqualTo(sequences.subList(1, 3));
        assertThat(left.get(2).sequence()).isGreaterThan(sequences.get(2));
    }

    @Test
    void aConfirmationOfTheFormerLinkConfirmsNothing() {
        outbox.add(to(A, "1"));
        outbox.release(UP);
        long former = left.get(0).position();
        outbox.linkLost();
        outbox.release(UP);
        outbox.confirmed(former);
        outbox.linkLost();
        outbox.release(UP);
        assertThat(texts()).containsExactly("1", "1", "1");
    }

    @Test
    void neverSendsToAnotherLifeWhatWasSentToOne() {
        outbox.add(to(A, "a"));
        outbox.add(to(MemberId.HUB, "h"));
        outbox.release(UP);
        outbox.linkLost();
        outbox.add(to(A, "n"));
        outbox.add(to(MemberId.HUB, "m"));
        left.clear();
        outbox.release(presence(true, "h2", "2", Set.of()));
        assertThat(texts()).containsExactlyInAnyOrder("n", "m");
    }

    @Test
    void dropsWhatNobodyWillTake() {
        outbox.add(to(A, "1"));
        outbox.add(to(B, "2"));
        assertThat(outbox.drop(A)).isEqualTo(1);
        outbox.release(UP);
        assertThat(texts()).containsExactly("2");
    }

    private Outbox outbox(long waiting, long unconfirmed) {
        return new Outbox(new MessagingLimits(10, waiting, unconfirmed, 1, 1), parcel -> {
            left.add(parcel);
            return false;
        });
    }

    private static Parcel to(MemberId id, String text) {
        return Parcel.toMember(id, "t", text.getBytes(UTF_8));
    }

    private static Parcel all(String text) {
        return Parcel.toSeveral(Addresses.topic("t"), Envelope.Kind.PUBLISH, "t", text.getBytes(UTF_8));
    }

    private List<String> texts() {
        return left.stream().map(parcel -> new String(parcel.payload(), UTF_8)).toList();
    }

    private static Presence presence(boolean up, String hub, String incarnation, Set<MemberId> awaited) {
        List<Member> members = Stream.of(A, B)
                .map(id -> new Member(
                        id, MemberKind.INSTANCE, incarnation, MemberState.UP, "host", 1, "1", Map.of(), Instant.EPOCH))
                .toList();
        return new Presence(up, hub, new ClusterView(1, 1, false, !up, members, List.of()), awaited);
    }
}
