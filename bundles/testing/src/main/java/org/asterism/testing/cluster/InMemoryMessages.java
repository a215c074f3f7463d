package org.asterism.testing.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.ListenerDiedException;
import org.asterism.messaging.Message;
import org.asterism.messaging.MessageListener;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.MessageTooLargeException;
import org.asterism.messaging.MessagingException;
import org.asterism.messaging.NoListenerException;
import org.asterism.messaging.RequestFailedException;
import org.asterism.messaging.RequestHandler;
import org.asterism.messaging.RequestTimeoutException;

/** One member's messages. Every listener and every served topic has a lane of its own behind the member's inbox. */
final class InMemoryMessages implements MessageService {

    private final Traffic traffic;
    private final InMemoryMember member;
    private final Lanes lanes;
    private final Lanes.Lane completions;
    private final List<Listening> listenings = new CopyOnWriteArrayList<>();
    private final Map<String, Serving> servings = new ConcurrentHashMap<>();
    private final Set<Asked> pending = ConcurrentHashMap.newKeySet();

    InMemoryMessages(Traffic traffic, InMemoryMember member, Lanes lanes) {
        this.traffic = traffic;
        this.member = member;
        this.lanes = lanes;
        this.completions = lanes.lane();
    }

    @Override
    public void send(MemberId to, String topic, byte[] payload) {
        traffic.send(member, to, message(topic, payload));
    }

    @Override
    public void publish(String topic, byte[] payload) {
        traffic.publish(member, message(topic, payload));
    }

    @Override
    public CompletionStage<byte[]> request(MemberId to, String topic, byte[] payload, Duration timeout) {
        Asked asked = new Asked(to);
        pending.add(asked);
        try {
            traffic.request(member, to, message(topic, payload), (bytes, failure) -> member.inbox()
                    .execute(() -> finish(asked, bytes, failure)));
        } catch (MessagingException e) {
            finish(asked, null, e);
        }
        String late = "no answer from " + to + " on " + topic + " in " + timeout;
        CompletableFuture.delayedExecutor(timeout.toNanos(), TimeUnit.NANOSECONDS)
                .execute(() -> finish(asked, null, new RequestTimeoutException(late)));
        return asked.answer.minimalCompletionStage();
    }

    @Override
    public AutoCloseable listen(String pattern, MessageListener listener) {
        Listening listening = new Listening(pattern, listener, lanes.lane());
        listenings.add(listening);
        return () -> listenings.remove(listening);
    }

    @Override
    public AutoCloseable serve(String topic, RequestHandler handler) {
        Serving serving = new Serving(handler, lanes.lane());
        if (servings.putIfAbsent(topic, serving) != null) {
            throw new IllegalStateException("the topic " + topic + " is already served here");
        }
        return () -> servings.remove(topic, serving);
    }

    /** In the inbox: a one-way message has come. */
    void received(Message message) {
        for (Listening listening : listenings) {
            if (Topics.matches(listening.pattern, message.topic())) {
                listening.lane.execute(() -> {
                    if (listenings.contains(listening)) {
                        listening.listener.received(message);
                    }
                });
            }
        }
    }

    /** In the inbox: a request has come. */
    void requested(Message request, BiConsumer<byte[], MessagingException> reply) {
        Serving serving = servings.get(request.topic());
        if (serving == null) {
            reply.accept(null, new NoListenerException("nobody at " + member.id() + " serves " + request.topic()));
        } else {
            serving.lane.execute(() -> handle(serving.handler, request, reply));
        }
    }

    /** The link broke: whoever waits for an answer waits no longer. */
    void disconnected(MessagingException cause) {
        pending.forEach(asked -> finish(asked, null, cause));
    }

    /** Those who wait for an answer of a member that is gone hear it after all that came from the hub before. */
    void lost(MemberId other) {
        ListenerDiedException cause = new ListenerDiedException(other + " was lost before it answered");
        pending.stream().filter(asked -> asked.to.equals(other)).forEach(asked -> member.inbox()
                .execute(() -> finish(asked, null, cause)));
    }

    @SuppressWarnings("IllegalCatch") // whatever a handler throws is the requester's to know
    private static void handle(RequestHandler handler, Message request, BiConsumer<byte[], MessagingException> reply) {
        CompletionStage<byte[]> answer;
        try {
            answer = handler.handle(request);
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        answer.whenComplete((bytes, failure) -> reply.accept(
                bytes, failure == null ? null : new RequestFailedException(String.valueOf(failure.getMessage()))));
    }

    private void finish(Asked asked, byte[] bytes, MessagingException failure) {
        if (pending.remove(asked)) {
            completions.execute(() -> asked.complete(bytes, failure));
        }
    }

    private Message message(String topic, byte[] payload) {
        if (payload.length > InMemoryCluster.MAX_PAYLOAD) {
            throw new MessageTooLargeException(payload.length + " bytes are more than " + InMemoryCluster.MAX_PAYLOAD);
        }
        return new Message(topic, member.id(), member.incarnation(), payload.clone());
    }

    private record Serving(RequestHandler handler, Lanes.Lane lane) {}

    /** A request of this member that waits for its answer. */
    private static final class Asked {

        private final MemberId to;
        private final CompletableFuture<byte[]> answer = new CompletableFuture<>();

        Asked(MemberId to) {
            this.to = to;
        }

        void complete(byte[] bytes, MessagingException failure) {
            if (failure == null) {
                answer.complete(bytes);
            } else {
                answer.completeExceptionally(failure);
            }
        }
    }

    /** Not a record: each listening is itself only. */
    private static final class Listening {

        private final String pattern;
        private final MessageListener listener;
        private final Lanes.Lane lane;

        Listening(String pattern, MessageListener listener, Lanes.Lane lane) {
            this.pattern = pattern;
            this.listener = listener;
            this.lane = lane;
        }
    }
}
