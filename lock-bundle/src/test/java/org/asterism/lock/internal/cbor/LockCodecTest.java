package org.asterism.lock.internal.cbor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.asterism.cluster.MemberId;
import org.asterism.lock.Deadlock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss.Cause;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.ProcessMark;
import org.asterism.lock.internal.TicketNumbers;
import org.junit.jupiter.api.Test;

class LockCodecTest {

    private static final LockKey KEY = LockKey.of("n", "ключ", "1", "", "*");
    private static final LockRequest LOCK = new LockRequest(KEY, LockMode.EXCLUSIVE_NON_CUMULATIVE);

    private final LockCodec codec = new LockCodec();

    @Test
    void everyMessageComesBackAsItWas() {
        same(new PromoteRequest(1, 2, "s", "p", 3, 4));
        same(new CheckRequest("s", LOCK));
        same(new CheckAnswer(true));
        same(new MoveRequest("s~", "secret"));
        same(new MoveAnswer(true, List.of(LOCK)));
        same(new AdoptRequest(7, new MoveRequest("s~", "secret"), "p", List.of(LOCK)));
        same(new YieldRequest("s~"));
        same(new DeclareRequest(
                List.of(new DeclareRequest.Lock(1, "s", "p", KEY, LockMode.EXCLUSIVE, 2)),
                true,
                Optional.of(new ProcessMark("m", 1, 2))));
        same(new RenewRequest(4, 1L << 50, TicketNumbers.of(Set.of(5L, 6L, 7L, 1L << 40))));
        same(new LeaseAnswer(true, 10, Set.of(3L)));
        same(new LostNotice(List.of(new LostNotice.Lost(1, 2, Cause.FORCED, "because"))));
        same(new StacksRequest(List.of("a#1", "b#2")));
        same(new StacksAnswer(List.of(List.of("x.y", "z"), List.of())));
    }

    @Test
    void whatIsSaidToTheTableComesBackAsItWas() {
        List<TableMessage> said = List.of(
                new AcquireRequest(Long.MAX_VALUE, "s", "p", List.of(LOCK, LOCK), 6, 5),
                new ReleaseNotice(List.of(1L, 1L << 60)));
        assertThat(said)
                .allSatisfy(one -> assertThat(codec.table(codec.encode(one))).isEqualTo(one));
    }

    @Test
    void whatBecameOfARequestComesBackAsItWas() {
        Deadlock deadlock = new Deadlock(
                List.of(new Deadlock.Link(
                        new MemberId("a/1"), "s", "p", KEY, LockMode.SHARED, Duration.ofNanos(7), List.of("frame"))),
                0);
        List<AcquireAnswer> answers = List.of(
                AcquireAnswer.granted(1L << 40, true, 10),
                AcquireAnswer.WITHDRAWN,
                AcquireAnswer.without(AcquireAnswer.Outcome.REFUSED, "full"),
                AcquireAnswer.deadlocked(deadlock));
        assertThat(answers)
                .allSatisfy(one -> assertThat(codec.answer(codec.encode(one))).isEqualTo(one));
    }

    @Test
    void anySetOfRequestsComesBackAsItWas() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            Set<Long> numbers = new HashSet<>();
            int size = random.nextInt(50);
            while (numbers.size() < size) {
                numbers.add((long) random.nextInt(100));
            }
            LeaseAnswer told = new LeaseAnswer(false, 0, numbers);
            assertThat(codec.decode(codec.encode(told), LeaseAnswer.class))
                    .as("seed %s", seed)
                    .isEqualTo(told);
        }
    }

    @Test
    void asManyDeclarationsAreMadeAsMessagesAreNeeded() {
        String longest = "ж".repeat(256);
        LockKey key = new LockKey(longest, longest, Collections.nCopies(16, longest));
        DeclareRequest.Lock large = new DeclareRequest.Lock(1, longest, longest, key, LockMode.EXCLUSIVE, 1L << 60);
        List<DeclareRequest> parts = DeclareRequest.of(Collections.nCopies(300, large), Optional.empty());
        assertThat(parts).hasSizeGreaterThan(3).allSatisfy(this::same);
        assertThat(parts.stream().mapToInt(part -> part.locks().size()).sum()).isEqualTo(300);
        assertThat(parts.stream().filter(DeclareRequest::last)).containsExactly(parts.get(parts.size() - 1));
        assertThat(DeclareRequest.of(List.of(), Optional.empty()))
                .containsExactly(new DeclareRequest(List.of(), true, Optional.empty()));
    }

    @Test
    void namesThatAreReadAgainAreTheSameObjects() {
        byte[] bytes = codec.encode(new AcquireRequest(1, "s", "p", List.of(LOCK), 0, 0));
        LockKey first = ((AcquireRequest) codec.table(bytes)).locks().get(0).key();
        LockKey again = ((AcquireRequest) codec.table(bytes)).locks().get(0).key();
        assertThat(again).isEqualTo(first);
        assertThat(again.namespace()).isSameAs(first.namespace());
    }

    @Test
    void refusesWhatIsNoSuchMessage() {
        byte[] whole = codec.encode(new AcquireRequest(1, "s", "p", List.of(LOCK), 0, 0));
        for (int length = 0; length < whole.length; length++) {
            refused(Arrays.copyOf(whole, length));
        }
        refused("{".getBytes(UTF_8));
        refused(new byte[2 * 1024 * 1024]);
        refused(codec.encode(AcquireAnswer.WITHDRAWN));
    }

    @Test
    void anythingThatComesIsReadOrRefused() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] whole = codec.encode(new AcquireRequest(1, "s", "p", List.of(LOCK), 0, 0));
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                assertThat(codec.table(bytes)).isNotNull();
            } catch (IllegalArgumentException e) {
                assertThat(e).as("seed %s", seed).hasMessageNotContaining("null");
            }
        }
    }

    private void refused(byte[] bytes) {
        assertThatIllegalArgumentException().isThrownBy(() -> codec.table(bytes));
    }

    private void same(LockMessage message) {
        assertThat(codec.decode(codec.encode(message), message.getClass())).isEqualTo(message);
    }
}
