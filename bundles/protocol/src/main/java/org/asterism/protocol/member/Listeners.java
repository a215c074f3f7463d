package org.asterism.protocol.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.messaging.Message;
import org.asterism.messaging.MessageListener;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who listens to one-way messages here. Each listener has a queue of its own; what comes from the hub is bounded by what the
 * hub sends before it is confirmed. Thread-safe.
 */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final int MAX_RESOLVED = 4096;

    private final Executor executor;
    private final Outlet outlet;
    private final Map<TopicPattern, List<Listening>> byPattern = new ConcurrentHashMap<>();
    private final Map<String, List<Listening>> byTopic = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    Listeners(Executor executor, Outlet outlet) {
        this.executor = executor;
        this.outlet = outlet;
    }

    AutoCloseable add(String pattern, MessageListener listener) {
        TopicPattern topics = new TopicPattern(pattern);
        Listening listening = new Listening(listener, new SerialQueue(executor, Integer.MAX_VALUE));
        byPattern.compute(topics, (key, known) -> {
            if (known == null) {
                outlet.interest(Addresses.LISTEN, pattern);
                return new CopyOnWriteArrayList<>(List.of(listening));
            }
            known.add(listening);
            return known;
        });
        byTopic.clear();
        return () -> remove(topics, listening);
    }

    private void remove(TopicPattern topics, Listening listening) {
        byPattern.computeIfPresent(topics, (key, known) -> {
            boolean removed = known.remove(listening);
            if (removed && known.isEmpty()) {
                outlet.interest(Addresses.UNLISTEN, key.value());
                return null;
            }
            return known;
        });
        byTopic.clear();
    }

    /** All patterns that are listened to, sorted. */
    List<String> patterns() {
        TreeSet<String> patterns = new TreeSet<>();
        byPattern.keySet().forEach(pattern -> patterns.add(pattern.value()));
        return List.copyOf(patterns);
    }

    /** Messages of one sender on one topic, for all who listen; released when they have heard them. */
    void hear(List<Envelope> messages, Receipt receipt) {
        for (Listening listening : listening(messages.get(0).topic())) {
            listening.hear(messages, receipt);
        }
    }

    /** A message for one of those who listen; false if nobody does. */
    boolean hearOne(Envelope message, Receipt receipt) {
        List<Listening> known = listening(message.topic());
        if (known.isEmpty()) {
            return false;
        }
        known.get(Math.floorMod(next.getAndIncrement(), known.size())).hear(List.of(message), receipt);
        return true;
    }

    /** How many runs wait for the slowest listener of this topic. */
    int waiting(String topic) {
        return listening(topic).stream()
                .mapToInt(listening -> listening.queue().size())
                .max()
                .orElse(0);
    }

    private List<Listening> listening(String topic) {
        List<Listening> known = byTopic.get(topic);
        return known != null ? known : resolve(topic);
    }

    private List<Listening> resolve(String topic) {
        if (byTopic.size() >= MAX_RESOLVED) {
            byTopic.clear();
        }
        return byTopic.computeIfAbsent(topic, key -> {
            List<Listening> found = new ArrayList<>();
            byPattern.forEach((pattern, known) -> {
                if (pattern.matches(key)) {
                    found.addAll(known);
                }
            });
            return List.copyOf(found);
        });
    }

    private record Listening(MessageListener listener, SerialQueue queue) {

        void hear(List<Envelope> messages, Receipt receipt) {
            receipt.hold();
            queue.offer(() -> {
                messages.forEach(this::hear);
                receipt.release();
            });
        }

        private void hear(Envelope message) {
            try {
                listener.received(
                        new Message(message.topic(), message.sender(), message.incarnation(), message.payload()));
            } catch (RuntimeException e) {
                LOG.error("A listener failed on '{}' of {}", message.topic(), message.sender(), e);
            }
        }
    }
}
