package org.asterism.protocol.member;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.Answer;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.MessageTooLargeException;
import org.asterism.messaging.MessagingException;
import org.asterism.messaging.Recipients;
import org.asterism.messaging.RequestTimeoutException;
import org.asterism.messaging.Serving;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.Envelope.Kind;
import org.asterism.protocol.Life;

/** The sender's side of requests. What goes to the member itself never leaves it. Thread-safe. */
final class Asking {

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(10);

    private final Life self;
    private final MessagingLimits limits;
    private final Outlet outlet;
    private final Requests requests;
    private final LongSupplier clock;
    private final Consumer<Envelope> toSelf;
    private volatile Presence presence = Presence.NONE;

    Asking(
            Life self,
            MessagingLimits limits,
            Outlet outlet,
            Requests requests,
            LongSupplier clock,
            Consumer<Envelope> toSelf) {
        this.self = self;
        this.limits = limits;
        this.outlet = outlet;
        this.requests = requests;
        this.clock = clock;
        this.toSelf = toSelf;
    }

    CompletionStage<byte[]> request(MemberId to, String topic, byte[] payload, Duration timeout) {
        return request(to, topic, payload, timeout, Serving.QUEUED);
    }

    CompletionStage<byte[]> request(MemberId to, String topic, byte[] payload, Duration timeout, Serving completion) {
        CompletableFuture<byte[]> answer =
                ask(to, topic, payload, timeout, completion == Serving.DIRECT).answer();
        return completion == Serving.DIRECT ? answer : answer.copy();
    }

    void tell(MemberId to, String topic, byte[] payload) {
        if (payload.length > limits.maxPayload()) {
            throw new MessageTooLargeException("message '" + topic + "': " + limits.tooLarge(payload));
        }
        Envelope envelope =
                new Envelope(Kind.REQUEST, self.id(), self.incarnation(), 0, topic, Envelope.NO_ANSWER, payload);
        if (to.equals(self.id())) {
            toSelf.accept(envelope);
        } else if (!presence.up() || outlet.congested()) {
            throw new HubUnavailableException("message '" + topic + "': the link to the hub does not take it");
        } else {
            outlet.message(Addresses.member(to), envelope, 0);
        }
    }

    byte[] call(MemberId to, String topic, byte[] payload, Duration timeout) throws InterruptedException {
        Pending request = ask(to, topic, payload, timeout, true);
        try {
            return request.answer().get(timeout.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            MessagingException reason = (MessagingException) e.getCause();
            reason.fillInStackTrace(); // it was made by the link, which tells the caller nothing
            throw reason;
        } catch (TimeoutException e) {
            requests.fail(request, late -> new RequestTimeoutException(late + ": no answer within its time"));
            throw new RequestTimeoutException(request + ": no answer within its time");
        }
    }

    CompletionStage<byte[]> requestOne(String topic, byte[] payload, Duration timeout) {
        return askOne(Kind.REQUEST, Addresses.server(topic), topic, payload, timeout);
    }

    CompletionStage<MemberId> sendToOne(String topic, byte[] payload) {
        return askOne(Kind.OFFER, Addresses.listener(topic), topic, payload, TAKEN_WITHIN)
                .thenApply(id -> IdPayload.id(id).orElseThrow());
    }

    CompletionStage<Map<MemberId, Answer>> requestAll(Recipients to, String topic, byte[] payload, Duration timeout) {
        Map<MemberId, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
        for (MemberId member : presence.members(to)) {
            asked.put(
                    member,
                    request(member, topic, payload, timeout)
                            .handle(Asking::answer)
                            .toCompletableFuture());
        }
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                .thenApply(all -> {
                    Map<MemberId, Answer> answers = new LinkedHashMap<>();
                    asked.forEach((member, answer) -> answers.put(member, answer.join()));
                    return answers;
                });
    }

    void presence(Presence newPresence) {
        presence = newPresence;
    }

    boolean mayExist(MemberId member) {
        return presence.mayExist(member);
    }

    private static Answer answer(byte[] payload, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause == null ? new Answer.Replied(payload) : new Answer.Failed((MessagingException) cause);
    }

    private Pending ask(MemberId to, String topic, byte[] payload, Duration timeout, boolean direct) {
        Pending request = requests.open(Optional.of(to), topic, timeout, clock.getAsLong(), direct);
        if (isRefused(request, payload)) {
            return request;
        }
        Envelope envelope = envelope(Kind.REQUEST, request, payload);
        if (to.equals(self.id())) {
            toSelf.accept(envelope);
            return request;
        }
        Presence now = presence;
        if (now.up() && !now.mayExist(to)) {
            requests.fail(request, Requests::noListener);
        } else {
            send(request, Addresses.member(to), envelope);
        }
        return request;
    }

    private CompletionStage<byte[]> askOne(Kind kind, String address, String topic, byte[] payload, Duration timeout) {
        TopicPattern.requireTopic(topic);
        Pending request = requests.open(Optional.empty(), topic, timeout, clock.getAsLong(), false);
        if (!isRefused(request, payload)) {
            send(request, address, envelope(kind, request, payload));
        }
        return request.answer().copy();
    }

    private boolean isRefused(Pending request, byte[] payload) {
        if (payload.length > limits.maxPayload()) {
            requests.fail(request, large -> new MessageTooLargeException(large + ": " + limits.tooLarge(payload)));
            return true;
        }
        return request.answer().isDone();
    }

    private void send(Pending request, String address, Envelope envelope) {
        if (outlet.congested()) {
            requests.fail(request, busy -> new HubUnavailableException(busy + ": too much waits to be sent already"));
            return;
        }
        outlet.message(address, envelope, 0);
        if (!presence.up()) { // looked at after the request is pending: whoever takes the link down fails the others
            requests.fail(request, open -> new HubUnavailableException(open + ": the link to the hub is down"));
        }
    }

    private Envelope envelope(Kind kind, Pending request, byte[] payload) {
        return new Envelope(kind, self.id(), self.incarnation(), 0, request.topic(), request.correlation(), payload);
    }
}
