package org.asterism.protocol.member;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.Message;
import org.asterism.messaging.MessageListener;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.MessageTooLargeException;
import org.asterism.messaging.NoListenerException;
import org.asterism.messaging.RequestHandler;
import org.asterism.protocol.CborCodec;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.Envelope.Kind;
import org.asterism.protocol.Life;
import org.asterism.protocol.member.Outbox.Parcel;
import org.asterism.protocol.member.PendingRequests.Pending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages of one member over whatever link there is. What goes to the member itself never leaves it. Thread-safe. */
final class Messenger implements MessageService {

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
    private static final String DIRECT = "";

    private final Life self;
    private final MessagingLimits limits;
    private final Outlet outlet;
    private final CborCodec codec;
    private final LongSupplier clock;
    private final Listeners listeners;
    private final Handlers handlers;
    private final Requests requests;
    private final Outbox outbox;
    private final Deduplicator deduplicator = new Deduplicator();
    private final Object sending = new Object();
    private long sequence;
    private volatile Presence presence = Presence.NONE;

    Messenger(Life self, MessagingLimits limits, Outlet outlet, Executor executor, LongSupplier clock) {
        this.self = self;
        this.limits = limits;
        this.outlet = outlet;
        this.codec = CborCodec.ofEnvelopes(limits.maxPayload());
        this.clock = clock;
        this.listeners = new Listeners(executor, limits.listenerQueue(), outlet);
        this.handlers = new Handlers(self, executor, limits);
        this.requests = new Requests(self.id(), limits, executor);
        this.outbox = new Outbox(limits);
    }

    @Override
    public void send(MemberId to, String topic, byte[] payload) {
        requireFits(topic, payload);
        if (!to.equals(self.id()) && !presence.mayExist(to)) {
            throw new NoListenerException("message '" + topic + "' to " + to + ": there is no such member");
        }
        synchronized (sending) {
            Envelope envelope = oneWay(Kind.SEND, topic, payload);
            if (to.equals(self.id())) {
                received(envelope);
            } else {
                leave(Parcel.fresh(Optional.of(to), topic, codec.encode(envelope)));
            }
        }
    }

    @Override
    public void publish(String topic, byte[] payload) {
        TopicPattern.requireTopic(topic);
        requireFits(topic, payload);
        synchronized (sending) {
            leave(Parcel.fresh(Optional.empty(), topic, codec.encode(oneWay(Kind.PUBLISH, topic, payload))));
        }
    }

    @Override
    public CompletionStage<byte[]> request(MemberId to, String topic, byte[] payload, Duration timeout) {
        Pending request = requests.open(to, topic, timeout, clock.getAsLong());
        if (payload.length > limits.maxPayload()) {
            requests.fail(request, tooLarge -> new MessageTooLargeException(tooLarge + ": " + size(payload)));
        } else if (!request.answer().isDone()) {
            ask(request, payload);
        }
        return request.answer().copy();
    }

    private void ask(Pending request, byte[] payload) {
        Envelope envelope = new Envelope(
                Kind.REQUEST, self.id(), self.incarnation(), 0, request.topic(), request.correlation(), payload);
        if (request.to().equals(self.id())) {
            received(envelope);
            return;
        }
        Presence now = presence;
        if (now.up() && !now.mayExist(request.to())) {
            requests.fail(request, Requests::noListener);
            return;
        }
        if (outlet.congested()) {
            requests.fail(request, busy -> new HubUnavailableException(busy + ": too much waits to be sent already"));
            return;
        }
        outlet.unicast(request.to(), codec.encode(envelope));
        if (!presence.up()) { // looked at after the request is pending: whoever takes the link down fails the others
            requests.fail(request, open -> new HubUnavailableException(open + ": the link to the hub is down"));
        }
    }

    @Override
    public AutoCloseable listen(String pattern, MessageListener listener) {
        return listeners.add(pattern, listener);
    }

    @Override
    public AutoCloseable serve(String topic, RequestHandler handler) {
        return handlers.add(topic, handler);
    }

    /** What is listened to, for a new link. */
    List<String> patterns() {
        return listeners.patterns();
    }

    /** An envelope for this member alone. */
    void received(Envelope envelope) {
        switch (envelope.kind()) {
            case SEND -> {
                if (first(DIRECT, envelope)) {
                    listeners.sent(message(envelope));
                }
            }
            case REQUEST -> handlers.handle(envelope, answer -> reply(envelope.sender(), answer));
            case REPLY, FAILURE, NO_LISTENER -> requests.answered(envelope);
            case PUBLISH -> LOG.warn("Ignored a message of {}: published, but sent to one member", envelope.sender());
        }
    }

    /** A published envelope, heard under a pattern. */
    void received(String pattern, Envelope envelope) {
        if (first(pattern, envelope)) {
            listeners.published(pattern, message(envelope));
        }
    }

    /** Who can be reached has changed. */
    void presence(Presence newPresence) {
        synchronized (sending) {
            presence = newPresence;
            release();
        }
    }

    /** The link is down. */
    void linkLost(Presence newPresence, String cause) {
        synchronized (sending) {
            presence = newPresence;
            outbox.linkLost(clock.getAsLong());
        }
        requests.linkLost(cause);
    }

    /** A member is gone. */
    void lost(MemberId member) {
        requests.lost(member);
        synchronized (sending) {
            outbox.drop(member);
        }
    }

    void tick() {
        requests.expire(clock.getAsLong());
        synchronized (sending) {
            release();
        }
    }

    private void reply(MemberId to, Envelope answer) {
        if (to.equals(self.id())) {
            received(answer);
        } else {
            outlet.unicast(to, codec.encode(answer));
        }
    }

    private void leave(Parcel parcel) {
        if (!outbox.add(parcel)) {
            throw new HubUnavailableException(
                    "message '" + parcel.topic() + "': the link to the hub does not take it and the buffer is full");
        }
        release();
    }

    private void release() {
        if (outlet.congested()) {
            return; // the next tick tries again
        }
        for (Parcel parcel : outbox.release(presence, clock.getAsLong())) {
            parcel.to()
                    .ifPresentOrElse(
                            to -> outlet.unicast(to, parcel.bytes()),
                            () -> outlet.publish(parcel.topic(), parcel.bytes()));
        }
    }

    private Envelope oneWay(Kind kind, String topic, byte[] payload) {
        return new Envelope(kind, self.id(), self.incarnation(), ++sequence, topic, 0, payload);
    }

    private boolean first(String channel, Envelope envelope) {
        synchronized (deduplicator) {
            return deduplicator.first(channel, envelope.incarnation(), envelope.sequence());
        }
    }

    private static Message message(Envelope envelope) {
        return new Message(envelope.topic(), envelope.sender(), envelope.incarnation(), envelope.payload());
    }

    private void requireFits(String topic, byte[] payload) {
        if (payload.length > limits.maxPayload()) {
            throw new MessageTooLargeException("message '" + topic + "': " + size(payload));
        }
    }

    private String size(byte[] payload) {
        return payload.length + " bytes, at most " + limits.maxPayload() + " are allowed";
    }
}
