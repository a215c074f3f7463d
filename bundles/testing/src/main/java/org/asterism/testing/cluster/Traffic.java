package org.asterism.testing.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.Message;
import org.asterism.messaging.MessagingException;
import org.asterism.messaging.NoListenerException;
import org.asterism.messaging.Recipients;

/** Carries messages from member to member through the hub. */
final class Traffic {

    private final Star star;
    /** Whose turn it was last, by queue group. */
    private final Map<String, MemberId> turns = new HashMap<>();

    Traffic(Star star) {
        this.star = star;
    }

    void send(InMemoryMember from, MemberId to, Message message) {
        synchronized (star) {
            if (star.connected(from)) {
                deliver(to, message);
            } else {
                star.whenConnected(from, () -> star.reach(to, member -> deliver(member, message)));
            }
        }
    }

    void send(InMemoryMember from, Recipients to, Message message) {
        synchronized (star) {
            ClusterView known = star.connected(from) ? star.view() : from.view().view();
            if (known.epoch() > 0 && Audience.of(to, known).isEmpty()) {
                throw new NoListenerException("there is no member of " + to);
            }
            star.whenConnected(from, () -> Audience.of(to, star.view())
                    .forEach(id -> star.reach(id, member -> deliver(member, message))));
        }
    }

    void publish(InMemoryMember from, Message message) {
        synchronized (star) {
            star.whenConnected(from, () -> {
                star.everyone().forEach(member -> deliver(member, message));
                star.missing().forEach(id -> deliver(id, message));
            });
        }
    }

    void request(InMemoryMember from, MemberId to, Message message, BiConsumer<byte[], MessagingException> reply) {
        synchronized (star) {
            requireConnected(from);
            boolean reached = star.reach(to, member -> member.inbox()
                    .execute(() -> member.carrier().hearing().requested(message, reply)));
            requireReached(reached, to);
        }
    }

    /** Sends one way, but tells what became of it. */
    void hand(InMemoryMember from, MemberId to, Message message, BiConsumer<byte[], MessagingException> reply) {
        synchronized (star) {
            requireConnected(from);
            boolean reached = star.reach(to, member -> member.inbox()
                    .execute(() -> member.carrier().hearing().handed(message, reply)));
            requireReached(reached, to);
        }
    }

    MemberId nextListener(InMemoryMember from, String topic) {
        return next(from, "listeners of " + topic, member -> member.carrier()
                .hearing()
                .listensTo(topic));
    }

    MemberId nextServer(InMemoryMember from, String topic) {
        return next(from, "servers of " + topic, member -> member.carrier()
                .hearing()
                .serves(topic));
    }

    CompletionStage<Void> room(InMemoryMember member) {
        return star.room(member);
    }

    private MemberId next(InMemoryMember from, String group, Predicate<InMemoryMember> belongs) {
        synchronized (star) {
            requireConnected(from);
            List<MemberId> ids = star.everyone().stream()
                    .filter(belongs)
                    .map(InMemoryMember::id)
                    .sorted()
                    .toList();
            if (ids.isEmpty()) {
                throw new NoListenerException("there are no " + group);
            }
            MemberId last = turns.getOrDefault(group, ids.get(ids.size() - 1));
            MemberId next = ids.stream()
                    .filter(id -> id.compareTo(last) > 0)
                    .findFirst()
                    .orElse(ids.get(0));
            turns.put(group, next);
            return next;
        }
    }

    private void deliver(MemberId to, Message message) {
        requireReached(star.reach(to, member -> deliver(member, message)), to);
    }

    private static void deliver(InMemoryMember to, Message message) {
        to.inbox().execute(() -> to.carrier().hearing().received(message));
    }

    private void requireConnected(InMemoryMember from) {
        if (!star.connected(from)) {
            throw new HubUnavailableException(from.id() + " is islanded");
        }
    }

    private static void requireReached(boolean reached, MemberId to) {
        if (!reached) {
            throw new NoListenerException("there is no member " + to);
        }
    }
}
