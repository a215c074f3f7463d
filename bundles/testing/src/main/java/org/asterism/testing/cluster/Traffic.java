package org.asterism.testing.cluster;

import java.util.function.BiConsumer;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.Message;
import org.asterism.messaging.MessagingException;
import org.asterism.messaging.NoListenerException;

/** Carries messages from member to member through the hub. */
final class Traffic {

    private final Star star;

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
            if (!star.connected(from)) {
                throw new HubUnavailableException(from.id() + " is islanded");
            }
            boolean reached = star.reach(
                    to, member -> member.inbox().execute(() -> member.carrier().requested(message, reply)));
            requireReached(reached, to);
        }
    }

    private void deliver(MemberId to, Message message) {
        requireReached(star.reach(to, member -> deliver(member, message)), to);
    }

    private static void deliver(InMemoryMember to, Message message) {
        to.inbox().execute(() -> to.carrier().received(message));
    }

    private static void requireReached(boolean reached, MemberId to) {
        if (!reached) {
            throw new NoListenerException("there is no member " + to);
        }
    }
}
