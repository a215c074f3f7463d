package org.asterism.protocol.member;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.ListenerDiedException;
import org.asterism.messaging.MessagingException;
import org.asterism.messaging.NoListenerException;
import org.asterism.messaging.RequestFailedException;
import org.asterism.messaging.RequestTimeoutException;
import org.asterism.protocol.Envelope;

/**
 * The requester's side: connects answers with requests. Completes them on a queue of its own, or directly if that was asked
 * for. Thread-safe.
 */
final class Requests {

    private final MemberId self;
    private final PendingRequests pending;
    private final SerialQueue completions;
    /** Begins at random, so that no answer to an earlier life of this member is taken for one to this. */
    private final AtomicLong correlations = new AtomicLong(new SecureRandom().nextLong() >>> 1);

    Requests(MemberId self, MessagingLimits limits, Executor executor) {
        this.self = self;
        this.pending = new PendingRequests(limits.pendingRequests());
        this.completions = new SerialQueue(executor, Integer.MAX_VALUE); // bounded by the pending requests
    }

    Pending open(Optional<MemberId> to, String topic, Duration timeout, long now, boolean direct) {
        Pending request = new Pending(correlations.incrementAndGet(), to, topic, now + timeout.toNanos(), direct);
        if (!pending.add(request)) {
            request.answer()
                    .completeExceptionally(new HubUnavailableException(
                            request + ": too many requests wait for their answers already; it was not sent"));
        }
        return request;
    }

    void answered(Envelope answer) {
        pending.take(answer.correlation()).ifPresent(request -> complete(request, () -> answer(request, answer)));
    }

    private static void answer(Pending request, Envelope answer) {
        switch (answer.kind()) {
            case REPLY -> request.answer().complete(answer.payload());
            case NO_LISTENER -> fail(request, noListener(request));
            default -> fail(request, new RequestFailedException(new String(answer.payload(), StandardCharsets.UTF_8)));
        }
    }

    /** The hub has chosen who is asked. */
    void routed(Envelope notice, MemberId chosen) {
        pending.find(notice.correlation()).ifPresent(request -> request.routed(chosen));
    }

    /** Fails this one, unless it was answered meanwhile. */
    void fail(Pending request, Function<Pending, MessagingException> reason) {
        pending.take(request.correlation()).ifPresent(taken -> failLater(taken, reason));
    }

    void expire(long now) {
        failAll(pending.expire(now), late -> new RequestTimeoutException(late + ": no answer within its time"));
    }

    void lost(MemberId member) {
        failAll(
                pending.takeIf(request -> request.isTo(member)),
                died -> new ListenerDiedException(died + ": the receiver was lost before it answered"));
    }

    void linkLost(String cause) {
        failAll(
                pending.takeIf(request -> !request.isTo(self)),
                open -> new HubUnavailableException(open + ": the link broke: " + cause));
    }

    static NoListenerException noListener(Pending request) {
        return new NoListenerException(request + ": nobody serves it there");
    }

    /** Runs on the queue on which answers are completed. */
    void later(Runnable completion) {
        completions.offer(completion);
    }

    private void failAll(List<Pending> requests, Function<Pending, MessagingException> reason) {
        requests.forEach(request -> failLater(request, reason));
    }

    private void failLater(Pending request, Function<Pending, MessagingException> reason) {
        complete(request, () -> fail(request, reason.apply(request)));
    }

    private static void fail(Pending request, MessagingException reason) {
        request.answer().completeExceptionally(reason);
    }

    private void complete(Pending request, Runnable completion) {
        if (request.direct()) {
            completion.run();
        } else {
            later(completion);
        }
    }
}
