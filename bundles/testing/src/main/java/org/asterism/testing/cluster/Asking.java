package org.asterism.testing.cluster;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.ListenerDiedException;
import org.asterism.messaging.MessagingException;
import org.asterism.messaging.RequestTimeoutException;

/** What one member has asked others and is not answered yet. */
final class Asking {

    private final Lanes.Lane inbox;
    private final Lanes.Lane completions;
    private final Set<Asked> pending = ConcurrentHashMap.newKeySet();

    Asking(Lanes.Lane inbox, Lanes.Lane completions) {
        this.inbox = inbox;
        this.completions = completions;
    }

    /** @param transmission is given what to call with the answer; may fail at once */
    Asked ask(MemberId to, Consumer<BiConsumer<byte[], MessagingException>> transmission) {
        Asked asked = new Asked(to);
        pending.add(asked);
        try {
            transmission.accept((bytes, failure) -> inbox.execute(() -> finish(asked, bytes, failure)));
        } catch (MessagingException e) {
            finish(asked, null, e);
        }
        return asked;
    }

    void expire(Asked asked, String topic, Duration timeout) {
        String late = "no answer from " + asked.to + " on " + topic + " in " + timeout;
        CompletableFuture.delayedExecutor(timeout.toNanos(), TimeUnit.NANOSECONDS)
                .execute(() -> finish(asked, null, new RequestTimeoutException(late)));
    }

    /** The link broke: whoever waits for an answer waits no longer. */
    void disconnected(MessagingException cause) {
        pending.forEach(asked -> finish(asked, null, cause));
    }

    /** Those who wait for an answer of a member that is gone hear it after all that came from the hub before. */
    void lost(MemberId other) {
        ListenerDiedException cause = new ListenerDiedException(other + " was lost before it answered");
        pending.stream()
                .filter(asked -> asked.to.equals(other))
                .forEach(asked -> inbox.execute(() -> finish(asked, null, cause)));
    }

    private void finish(Asked asked, byte[] bytes, MessagingException failure) {
        if (pending.remove(asked)) {
            completions.execute(() -> asked.complete(bytes, failure));
        }
    }

    /** By identity. */
    static final class Asked {

        private final MemberId to;
        private final CompletableFuture<byte[]> answer = new CompletableFuture<>();

        Asked(MemberId to) {
            this.to = to;
        }

        CompletableFuture<byte[]> answer() {
            return answer;
        }

        private void complete(byte[] bytes, MessagingException failure) {
            if (failure == null) {
                answer.complete(bytes);
            } else {
                answer.completeExceptionally(failure);
            }
        }
    }
}
