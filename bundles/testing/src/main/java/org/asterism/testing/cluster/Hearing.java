package org.asterism.testing.cluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.Message;
import org.asterism.messaging.MessageListener;
import org.asterism.messaging.MessagingException;
import org.asterism.messaging.NoListenerException;
import org.asterism.messaging.RequestFailedException;
import org.asterism.messaging.RequestHandler;
import org.asterism.messaging.Serving;

/** What one member listens to and serves. Each listener and each queued topic has a lane of its own behind the inbox. */
final class Hearing {

    private final MemberId self;
    private final Lanes lanes;
    private final List<Listening> listenings = new CopyOnWriteArrayList<>();
    private final Map<String, Served> topics = new ConcurrentHashMap<>();

    Hearing(MemberId self, Lanes lanes) {
        this.self = self;
        this.lanes = lanes;
    }

    AutoCloseable listen(String pattern, MessageListener listener) {
        Listening listening = new Listening(pattern, listener, lanes.lane());
        listenings.add(listening);
        return () -> listenings.remove(listening);
    }

    AutoCloseable serve(String topic, RequestHandler handler, Serving serving) {
        Served served = new Served(handler, serving == Serving.DIRECT ? Runnable::run : lanes.lane()::execute);
        if (topics.putIfAbsent(topic, served) != null) {
            throw new IllegalStateException("the topic " + topic + " is already served here");
        }
        return () -> topics.remove(topic, served);
    }

    boolean listensTo(String topic) {
        return listenings.stream().anyMatch(listening -> Topics.matches(listening.pattern, topic));
    }

    boolean serves(String topic) {
        return topics.containsKey(topic);
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

    /** In the inbox: a one-way message has come whose sender wants to know that somebody has it. */
    void handed(Message message, BiConsumer<byte[], MessagingException> reply) {
        if (listensTo(message.topic())) {
            received(message);
            reply.accept(new byte[0], null);
        } else {
            reply.accept(null, new NoListenerException("nobody at " + self + " listens to " + message.topic()));
        }
    }

    /** In the inbox: a request has come. */
    void requested(Message request, BiConsumer<byte[], MessagingException> reply) {
        Served served = topics.get(request.topic());
        if (served == null) {
            reply.accept(null, new NoListenerException("nobody at " + self + " serves " + request.topic()));
        } else {
            served.executor.execute(() -> handle(served.handler, request, reply));
        }
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

    private record Served(RequestHandler handler, Executor executor) {}

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
