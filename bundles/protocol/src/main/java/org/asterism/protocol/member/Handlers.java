package org.asterism.protocol.member;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.asterism.messaging.Message;
import org.asterism.messaging.RequestHandler;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.Envelope.Kind;
import org.asterism.protocol.Life;

/** Who answers requests here: one handler for each topic, with a queue of its own. Thread-safe. */
final class Handlers {

    private final Life self;
    private final Executor executor;
    private final MessagingLimits limits;
    private final Map<String, Serving> byTopic = new ConcurrentHashMap<>();

    Handlers(Life self, Executor executor, MessagingLimits limits) {
        this.self = self;
        this.executor = executor;
        this.limits = limits;
    }

    AutoCloseable add(String topic, RequestHandler handler) {
        Serving serving = new Serving(handler, new SerialQueue(executor, limits.listenerQueue()));
        if (byTopic.putIfAbsent(topic, serving) != null) {
            throw new IllegalStateException("the topic '" + topic + "' is already served here");
        }
        return () -> byTopic.remove(topic, serving);
    }

    /** Has the request answered, now or later and on any thread. */
    void handle(Envelope request, Consumer<Envelope> reply) {
        Serving serving = byTopic.get(request.topic());
        if (serving == null) {
            reply.accept(request.answer(Kind.NO_LISTENER, self, new byte[0]));
        } else if (!serving.queue().offer(() -> answer(serving.handler(), request, reply))) {
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

    private record Serving(RequestHandler handler, SerialQueue queue) {}
}
