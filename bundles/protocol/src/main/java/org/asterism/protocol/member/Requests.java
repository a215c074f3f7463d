package org.asterism.protocol.member;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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
import org.asterism.protocol.member.PendingRequests.Pending;

/** The requester's side: connects answers with requests and completes them on a queue of its own. Thread-safe. */
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

    Pending open(MemberId to, String topic, Duration timeout, long now) {
        Pending request = new Pending(
                correlations.incrementAndGet(), to, topic, now + timeout.toNanos(), new CompletableFuture<>());
        if (!pending.add(request)) {
            request.answer()
                    .completeExceptionally(new HubUnavailableException(
                            request + ": too many requests wait for their answers already; it was not sent"));
        }
        return request;
    }

    void answered(Envelope answer) {
        pending.take(answer.correlation())
                .ifPresent(request -> complete(() -> {
                    switch (answer.kind()) {
                        case REPLY -> request.answer().complete(answer.payload());
                        case NO_LISTENER -> fail(request, noListener(request));
                        default ->
                            fail(
                                    request,
                                    new RequestFailedException(new String(answer.payload(), StandardCharsets.UTF_8)));
                    }
                }));
    }

    /** Fails this one, unless it was answered meanwhile. */
    void fail(Pending request, Function<Pending, MessagingException> reason) {
        pending.take(request.correlation()).ifPresent(taken -> failLater(taken, reason));
    }

    void expire(long now) {
        pending.expire(now)
                .forEach(request ->
                        failLater(request, late -> new RequestTimeoutException(late + ": no answer within its time")));
    }

    void lost(MemberId member) {
        pending.takeAll(member)
                .forEach(request -> failLater(
                        request,
                        died -> new ListenerDiedException(died + ": the receiver was lost before it answered")));
    }

    void linkLost(String cause) {
        pending.takeAllExcept(self)
                .forEach(request ->
                        failLater(request, open -> new HubUnavailableException(open + ": the link broke: " + cause)));
    }

    static NoListenerException noListener(Pending request) {
        return new NoListenerException(request + ": nobody serves it there");
    }

    private void failLater(Pending request, Function<Pending, MessagingException> reason) {
        complete(() -> fail(request, reason.apply(request)));
    }

    private static void fail(Pending request, MessagingException reason) {
        request.answer().completeExceptionally(reason);
    }

    private void complete(Runnable completion) {
        completions.offer(completion);
    }
}
