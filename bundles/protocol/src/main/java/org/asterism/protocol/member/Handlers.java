package org.asterism.protocol.member;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.asterism.messaging.Message;
import org.asterism.messaging.RequestHandler;
import org.asterism.messaging.Serving;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.Envelope.Kind;
import org.asterism.protocol.Life;

/** Who answers requests here: one handler for each topic, with a queue of its own or none. Thread-safe. */
final class Handlers {

    private final Life self;
    private final Executor executor;
    private final MessagingLimits limits;
    private final Outlet outlet;
    private final Map<String, Entry> byTopic = new ConcurrentHashMap<>();

    Handlers(Life self, Executor executor, MessagingLimits limits, Outlet outlet) {
        this.self = self;
        this.executor = executor;
        this.limits = limits;
        this.outlet = outlet;
    }

    AutoCloseable add(String topic, RequestHandler handler, Serving serving) {
        Entry entry = new Entry(handler, serving, new SerialQueue(executor, limits.listenerQueue()));
        if (byTopic.putIfAbsent(topic, entry) != null) {
            throw new IllegalStateException("the topic '" + topic + "' is already served here");
        }
        outlet.interest(Addresses.SERVE, topic);
        return () -> remove(topic, entry);
    }

    private void remove(String topic, Entry entry) {
        if (byTopic.remove(topic, entry)) {
            outlet.interest(Addresses.UNSERVE, topic);
        }
    }

    /** All topics that are served, sorted. */
    List<String> topics() {
        return List.copyOf(new TreeSet<>(byTopic.keySet()));
    }

    /** Has the request answered, now or later and on any thread. */
    void handle(Envelope request, Consumer<Envelope> answered) {
        Consumer<Envelope> reply = request.correlation() == Envelope.NO_ANSWER ? unheard -> {} : answered;
        Entry entry = byTopic.get(request.topic());
        if (entry == null) {
            reply.accept(request.answer(Kind.NO_LISTENER, self, new byte[0]));
        } else if (entry.serving() == Serving.DIRECT) {
            answer(entry.handler(), request, reply);
        } else if (!entry.queue().offer(() -> answer(entry.handler(), request, reply))) {
            reply.accept(failure(request, self.id() + " has too many requests waiting on this topic"));
        }
    }

    private void answer(RequestHandler handler, Envelope request, Consumer<Envelope> reply) {
        Message message = new Message(request.topic(), request.sender(), request.incarnation(), request.payload());
        try {
            CompletionStage<byte[]> stage =
                    Objects.requireNonNull(handler.handle(message), "the handler gave no answer");
            stage.whenComplete((bytes, failure) -> reply.accept(answer(request, bytes, failure)));
        } catch (RuntimeException e) {
            reply.accept(failure(request, reason(e)));
        }
    }

    private Envelope answer(Envelope request, byte[] bytes, Throwable failure) {
        if (failure != null) {
            return failure(request, reason(failure));
        }
        if (bytes == null) {
            return failure(request, "the handler gave no answer");
        }
        return bytes.length > limits.maxPayload()
                ? failure(request, "the answer has " + bytes.length + " bytes")
                : request.answer(Kind.REPLY, self, bytes);
    }

    private Envelope failure(Envelope request, String reason) {
        return request.answer(Kind.FAILURE, self, reason.getBytes(StandardCharsets.UTF_8));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof java.util.concurrent.CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
    }

    private record Entry(RequestHandler handler, Serving serving, SerialQueue queue) {}
}
