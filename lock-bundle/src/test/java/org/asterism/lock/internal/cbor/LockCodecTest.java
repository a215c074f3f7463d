package org.asterism.lock.internal.cbor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.junit.jupiter.api.Test;

class LockCodecTest {

    private static final LockKey KEY = LockKey.of("n", "k", "1", "2");

    private final LockCodec codec = new LockCodec();

    @Test
    void everyMessageComesBackAsItWas() {
        same(new AcquireRequest(Long.MAX_VALUE, "s", KEY, LockMode.SHARED, 5));
        same(new AcquireAnswer(AcquireAnswer.Outcome.GRANTED, 1L << 40, new LeaseAnswer(true, 10, Set.of(3L)), ""));
        same(new DeclareRequest(List.of(new DeclareRequest.Lock(1, "s", KEY, LockMode.EXCLUSIVE, 2)), true));
        same(new RenewRequest(4, Set.of(1L, 1L << 40)));
        same(new ReleaseNotice(Set.of(1L)));
    }

    @Test
    void theLargestDeclarationFitsIntoAMessage() {
        String longest = "x".repeat(256);
        LockKey key = new LockKey(longest, longest, Collections.nCopies(16, longest));
        DeclareRequest.Lock lock = new DeclareRequest.Lock(1, longest, key, LockMode.EXCLUSIVE, Long.MAX_VALUE);
        same(new DeclareRequest(Collections.nCopies(DeclareRequest.MAX_LOCKS, lock), true));
    }

    @Test
    void refusesWhatIsNoSuchMessage() {
        byte[] incomplete = codec.encode(new ReleaseNotice(Set.of(1L)));
        refused("{".getBytes(UTF_8));
        refused(new byte[0]);
        refused(incomplete);
        refused(new byte[2 * 1024 * 1024]);
        refused(codec.encode(
                new AcquireAnswer(AcquireAnswer.Outcome.TIMED_OUT, 0, AcquireAnswer.WITHDRAWN.lease(), "")));
    }

    private void refused(byte[] bytes) {
        assertThatIllegalArgumentException().isThrownBy(() -> codec.decode(bytes, AcquireRequest.class));
    }

    private <T extends Record> void same(T message) {
        assertThat(codec.decode(codec.encode(message), message.getClass())).isEqualTo(message);
    }
}
