package org.asterism.protocol.member;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.asterism.messaging.Message;
import org.asterism.messaging.MessageListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who listens to one-way messages here. Each listener has a queue of its own. Thread-safe. */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final Executor executor;
    private final int queue;
    private final Outlet outlet;
    private final Map<TopicPattern, List<Listening>> byPattern = new ConcurrentHashMap<>();

    Listeners(Executor executor, int queue, Outlet outlet) {
        this.executor = executor;
        this.queue = queue;
        this.outlet = outlet;
    }

    AutoCloseable add(String pattern, MessageListener listener) {
        TopicPattern topics = new TopicPattern(pattern);
        Listening listening = new Listening(listener, new SerialQueue(executor, queue));
        byPattern.compute(topics, (key, known) -> {
            if (known == null) {
                outlet.subscribe(pattern);
                return new CopyOnWriteArrayList<>(List.of(listening));
            }
            known.add(listening);
            return known;
        });
        return () -> remove(topics, listening);
    }

    private void remove(TopicPattern topics, Listening listening) {
        byPattern.computeIfPresent(topics, (key, known) -> {
            boolean removed = known.remove(listening);
            if (removed && known.isEmpty()) {
                outlet.unsubscribe(key.value());
                return null;
            }
            return known;
        });
    }

    /** All patterns that are listened to, sorted. */
    List<String> patterns() {
        TreeSet<String> patterns = new TreeSet<>();
        byPattern.keySet().forEach(pattern -> patterns.add(pattern.value()));
        return List.copyOf(patterns);
    }

    /** A published message came in under this pattern. */
    void published(String pattern, Message message) {
        byPattern.getOrDefault(new TopicPattern(pattern), List.of()).forEach(listening -> listening.hear(message));
    }

    /** A message was sent to this member. */
    void sent(Message message) {
        byPattern.forEach((pattern, known) -> {
            if (pattern.matches(message.topic())) {
                known.forEach(listening -> listening.hear(message));
            }
        });
    }

    private record Listening(MessageListener listener, SerialQueue queue) {

        void hear(Message message) {
            if (!queue.offer(() -> listener.received(message))) {
                LOG.warn(
                        "Dropped a message on '{}' from {}: its listener is too slow",
                        message.topic(),
                        message.sender());
            }
        }
    }
}
