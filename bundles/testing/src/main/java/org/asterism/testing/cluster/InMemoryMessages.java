package org.asterism.testing.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.Answer;
import org.asterism.messaging.Message;
import org.asterism.messaging.MessageListener;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.MessageTooLargeException;
import org.asterism.messaging.MessagingException;
import org.asterism.messaging.Recipients;
import org.asterism.messaging.RequestHandler;
import org.asterism.messaging.RequestTimeoutException;
import org.asterism.messaging.Serving;

/** One member's messages. */
final class InMemoryMessages implements MessageService {

    private final Traffic traffic;
    private final InMemoryMember member;
    private final Hearing hearing;
    private final Asking asking;

    InMemoryMessages(Traffic traffic, InMemoryMember member, Lanes lanes) {
        this.traffic = traffic;
        this.member = member;
        this.hearing = new Hearing(member.id(), lanes);
        this.asking = new Asking(member.inbox(), lanes.lane());
    }

    @Override
    public void send(MemberId to, String topic, byte[] payload) {
        traffic.send(member, to, message(topic, payload));
    }

    @Override
    public void send(Recipients to, String topic, byte[] payload) {
        traffic.send(member, to, message(topic, payload));
    }

    @Override
    public CompletionStage<MemberId> sendToOne(String topic, byte[] payload) {
        try {
            Message message = message(topic, payload);
            MemberId to = traffic.nextListener(member, topic);
            return asking.ask(to, reply -> traffic.hand(member, to, message, reply))
                    .answer()
                    .thenApply(taken -> to);
        } catch (MessagingException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    @Override
    public void publish(String topic, byte[] payload) {
        traffic.publish(member, message(topic, payload));
    }

    @Override
    public CompletionStage<byte[]> request(MemberId to, String topic, byte[] payload, Duration timeout) {
        Asking.Asked asked = asking.ask(to, reply -> traffic.request(member, to, message(topic, payload), reply));
        asking.expire(asked, topic, timeout);
        return asked.answer().minimalCompletionStage();
    }

    @Override
    public CompletionStage<byte[]> requestOne(String topic, byte[] payload, Duration timeout) {
        try {
            return request(traffic.nextServer(member, topic), topic, payload, timeout);
        } catch (MessagingException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    @Override
    public CompletionStage<Map<MemberId, Answer>> requestAll(
            Recipients to, String topic, byte[] payload, Duration timeout) {
        Map<MemberId, Answer> answers = new ConcurrentHashMap<>();
        List<MemberId> asked = Audience.of(to, member.view().view());
        CompletableFuture<?>[] all = asked.stream()
                .map(id -> request(id, topic, payload, timeout)
                        .handle((bytes, failure) -> answers.put(id, answer(bytes, failure)))
                        .toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(all).thenApply(done -> Map.copyOf(answers));
    }

    @Override
    public byte[] call(MemberId to, String topic, byte[] payload, Duration timeout) throws InterruptedException {
        try {
            return request(to, topic, payload, timeout)
                    .toCompletableFuture()
                    .get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw reason(e);
        } catch (TimeoutException e) {
            throw new RequestTimeoutException("no answer from " + to + " on " + topic + " in " + timeout);
        }
    }

    @Override
    public CompletionStage<Void> room() {
        return traffic.room(member);
    }

    @Override
    public AutoCloseable listen(String pattern, MessageListener listener) {
        return hearing.listen(pattern, listener);
    }

    @Override
    public AutoCloseable serve(String topic, RequestHandler handler, Serving serving) {
        return hearing.serve(topic, handler, serving);
    }

    Hearing hearing() {
        return hearing;
    }

    Asking asking() {
        return asking;
    }

    private static Answer answer(byte[] bytes, Throwable failure) {
        return failure == null ? new Answer.Replied(bytes) : new Answer.Failed(reason(failure));
    }

    private static MessagingException reason(Throwable failure) {
        if (failure instanceof MessagingException reason) {
            return reason;
        }
        if (failure instanceof CompletionException || failure instanceof ExecutionException) {
            return reason(failure.getCause());
        }
        throw new IllegalStateException("a request fails for one of the known reasons only", failure);
    }

    private Message message(String topic, byte[] payload) {
        if (payload.length > InMemoryCluster.MAX_PAYLOAD) {
            throw new MessageTooLargeException(payload.length + " bytes are more than " + InMemoryCluster.MAX_PAYLOAD);
        }
        return new Message(topic, member.id(), member.incarnation(), payload.clone());
    }
}
