package org.asterism.protocol.member;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.MessageTooLargeException;
import org.asterism.messaging.NoListenerException;
import org.asterism.messaging.Recipients;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.Envelope.Kind;
import org.asterism.protocol.Life;

/** The sender's side of one-way messages. What goes to the member itself never leaves it. Thread-safe. */
final class OneWay {

    private final Life self;
    private final MessagingLimits limits;
    private final Outlet outlet;
    private final Listeners listeners;
    private final Consumer<Runnable> later;
    private final Outbox outbox;
    private final Rooms rooms = new Rooms();
    private volatile Presence presence = Presence.NONE;

    /** @param later completes what others wait for, on a thread of its own */
    OneWay(Life self, MessagingLimits limits, Outlet outlet, Listeners listeners, Consumer<Runnable> later) {
        this.self = self;
        this.limits = limits;
        this.outlet = outlet;
        this.listeners = listeners;
        this.later = later;
        this.outbox = new Outbox(limits, this::leave);
    }

    void send(MemberId to, String topic, byte[] payload) {
        requireFits(topic, payload);
        if (to.equals(self.id())) {
            sendToSelf(topic, payload);
            return;
        }
        if (!presence.mayExist(to)) {
            throw new NoListenerException("message '" + topic + "' to " + to + ": there is no such member");
        }
        add(Parcel.toMember(to, topic, payload));
    }

    void send(Recipients to, String topic, byte[] payload) {
        requireFits(topic, payload);
        if (!presence.mayExist(to)) {
            throw new NoListenerException("message '" + topic + "' to " + to + ": there is no such member");
        }
        add(Parcel.toSeveral(Addresses.of(to), Kind.SEND, topic, payload));
    }

    void publish(String topic, byte[] payload) {
        requireFits(topic, payload);
        add(Parcel.toSeveral(Addresses.topic(topic), Kind.PUBLISH, topic, payload));
    }

    synchronized CompletionStage<Void> room() {
        return rooms.room(outbox.hasRoom());
    }

    synchronized void presence(Presence newPresence) {
        presence = newPresence;
        release();
    }

    synchronized void linkLost(Presence newPresence) {
        presence = newPresence;
        outbox.linkLost();
    }

    synchronized void confirmed(long position) {
        outbox.confirmed(position);
        release();
    }

    synchronized void lost(MemberId member) {
        outbox.drop(member);
        tellOfRoom();
    }

    synchronized void release() {
        if (!outlet.congested()) { // otherwise the next tick tries again
            outbox.release(presence);
        }
        tellOfRoom();
    }

    private synchronized void add(Parcel parcel) {
        if (!outbox.add(parcel)) {
            throw new HubUnavailableException("message '" + parcel.topic()
                    + "': the link to the hub does not take it and the buffer is full; wait for room()");
        }
        if (!outlet.congested()) {
            outbox.release(presence);
        }
    }

    private void tellOfRoom() {
        List<CompletableFuture<Void>> told = rooms.roomy(outbox.hasRoom());
        if (!told.isEmpty()) {
            later.accept(() -> told.forEach(room -> room.complete(null)));
        }
    }

    private boolean leave(Parcel parcel) {
        Envelope envelope = new Envelope(
                parcel.kind(), self.id(), self.incarnation(), parcel.sequence(), parcel.topic(), 0, parcel.payload());
        return outlet.message(parcel.address(), envelope, parcel.position());
    }

    private void sendToSelf(String topic, byte[] payload) {
        if (listeners.waiting(topic) >= limits.listenerQueue()) {
            throw new HubUnavailableException(
                    "message '" + topic + "' to this member itself: its listener has too many waiting already");
        }
        Envelope envelope = new Envelope(Kind.SEND, self.id(), self.incarnation(), 0, topic, 0, payload);
        listeners.hear(List.of(envelope), Receipt.none());
    }

    private void requireFits(String topic, byte[] payload) {
        TopicPattern.requireTopic(topic);
        if (payload.length > limits.maxPayload()) {
            throw new MessageTooLargeException("message '" + topic + "': " + limits.tooLarge(payload));
        }
    }
}
