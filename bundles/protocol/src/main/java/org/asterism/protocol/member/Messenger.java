package org.asterism.protocol.member;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.Answer;
import org.asterism.messaging.MessageListener;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.Recipients;
import org.asterism.messaging.RequestHandler;
import org.asterism.messaging.Serving;
import org.asterism.metrics.MetricSource;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.Envelope.Kind;
import org.asterism.protocol.Life;

/** Messages of one member over whatever link there is: one-way ones, requests, and what comes in. Thread-safe. */
final class Messenger implements MessageService {

    private final Life self;
    private final Outlet outlet;
    private final LongSupplier clock;
    private final Listeners listeners;
    private final Handlers handlers;
    private final Requests requests;
    private final OneWay oneWay;
    private final Asking asking;
    private final Deduplicator deduplicator = new Deduplicator();
    private final TopicCounts sent = new TopicCounts();
    private final TopicCounts received = new TopicCounts();

    Messenger(Life self, MessagingLimits limits, Outlet outlet, Executor executor, LongSupplier clock) {
        this.self = self;
        this.outlet = outlet;
        this.clock = clock;
        this.listeners = new Listeners(executor, outlet);
        this.handlers = new Handlers(self, executor, limits, outlet);
        this.requests = new Requests(self.id(), limits, executor);
        this.oneWay = new OneWay(self, limits, outlet, listeners, requests::later);
        this.asking = new Asking(self, limits, outlet, requests, clock, this::received);
    }

    @Override
    public void send(MemberId to, String topic, byte[] payload) {
        sent.count(topic, 1);
        oneWay.send(to, topic, payload);
    }

    @Override
    public void send(Recipients to, String topic, byte[] payload) {
        sent.count(topic, 1);
        oneWay.send(to, topic, payload);
    }

    @Override
    public void publish(String topic, byte[] payload) {
        sent.count(topic, 1);
        oneWay.publish(topic, payload);
    }

    @Override
    public CompletionStage<Void> room() {
        return oneWay.room();
    }

    @Override
    public CompletionStage<MemberId> sendToOne(String topic, byte[] payload) {
        sent.count(topic, 1);
        return asking.sendToOne(topic, payload);
    }

    @Override
    public CompletionStage<byte[]> request(MemberId to, String topic, byte[] payload, Duration timeout) {
        sent.count(topic, 1);
        return asking.request(to, topic, payload, timeout);
    }

    @Override
    public CompletionStage<byte[]> request(
            MemberId to, String topic, byte[] payload, Duration timeout, Serving completion) {
        sent.count(topic, 1);
        return asking.request(to, topic, payload, timeout, completion);
    }

    @Override
    public void tell(MemberId to, String topic, byte[] payload) {
        sent.count(topic, 1);
        asking.tell(to, topic, payload);
    }

    @Override
    public CompletionStage<byte[]> requestOne(String topic, byte[] payload, Duration timeout) {
        sent.count(topic, 1);
        return asking.requestOne(topic, payload, timeout);
    }

    @Override
    public CompletionStage<Map<MemberId, Answer>> requestAll(
            Recipients to, String topic, byte[] payload, Duration timeout) {
        sent.count(topic, 1);
        return asking.requestAll(to, topic, payload, timeout);
    }

    @Override
    public byte[] call(MemberId to, String topic, byte[] payload, Duration timeout) throws InterruptedException {
        sent.count(topic, 1);
        return asking.call(to, topic, payload, timeout);
    }

    @Override
    public AutoCloseable listen(String pattern, MessageListener listener) {
        return listeners.add(pattern, listener);
    }

    @Override
    public AutoCloseable serve(String topic, RequestHandler handler, Serving serving) {
        return handlers.add(TopicPattern.requireTopic(topic), handler, serving);
    }

    /** What is listened to, for a new link. */
    List<String> patterns() {
        return listeners.patterns();
    }

    /** What is served, for a new link. */
    List<String> topics() {
        return handlers.topics();
    }

    /**
     * Messages of one sender, of one kind and on one topic. Called in order by one thread at a time for each sender.
     *
     * @param toMe whether they are for this member alone
     */
    void received(boolean toMe, List<Envelope> run, Receipt receipt) {
        count(run);
        switch (run.get(0).kind()) {
            case SEND, PUBLISH -> heard(toMe, run, receipt);
            case OFFER -> run.forEach(offer -> offered(offer, receipt));
            case REQUEST -> run.forEach(request -> handlers.handle(request, answer -> reply(request.sender(), answer)));
            case ROUTED -> run.forEach(this::routed);
            case REPLY, FAILURE, NO_LISTENER -> run.forEach(requests::answered);
        }
    }

    /** Not answers: they have been counted as requests where they were asked for. */
    private void count(List<Envelope> run) {
        switch (run.get(0).kind()) {
            case SEND, PUBLISH, OFFER, REQUEST -> received.count(run.get(0).topic(), run.size());
            default -> {}
        }
    }

    /** What is counted of all this. */
    MetricSource numbers() {
        return new MessageNumbers(sent, received);
    }

    private void received(Envelope envelope) {
        received(true, List.of(envelope), Receipt.none());
    }

    /** Who can be reached has changed. */
    void presence(Presence presence) {
        asking.presence(presence);
        oneWay.presence(presence);
    }

    /** Every receiver has what has left up to this position. */
    void confirmed(long position) {
        oneWay.confirmed(position);
    }

    /** The link is down. */
    void linkLost(Presence presence, String cause) {
        asking.presence(presence);
        oneWay.linkLost(presence);
        requests.linkLost(cause);
    }

    /** A member is gone. */
    void lost(MemberId member) {
        requests.lost(member);
        oneWay.lost(member);
    }

    void tick() {
        requests.expire(clock.getAsLong());
        oneWay.release();
    }

    private void heard(boolean toMe, List<Envelope> run, Receipt receipt) {
        List<Envelope> fresh = fresh(toMe, run);
        if (!fresh.isEmpty()) {
            listeners.hear(fresh, receipt);
        }
    }

    private List<Envelope> fresh(boolean toMe, List<Envelope> run) {
        synchronized (deduplicator) {
            Deduplicator.Seen seen = deduplicator.of(run.get(0).incarnation());
            List<Envelope> fresh = new ArrayList<>(run.size());
            for (Envelope envelope : run) {
                if (toMe ? seen.firstToMe(envelope.sequence()) : seen.firstToSeveral(envelope.sequence())) {
                    fresh.add(envelope);
                }
            }
            return fresh;
        }
    }

    private void offered(Envelope offer, Receipt receipt) {
        boolean taken = listeners.hearOne(offer, receipt);
        reply(offer.sender(), offer.answer(taken ? Kind.REPLY : Kind.NO_LISTENER, self, IdPayload.bytes(self.id())));
    }

    private void routed(Envelope notice) {
        Optional<MemberId> chosen = IdPayload.id(notice.payload());
        chosen.ifPresent(member -> {
            requests.routed(notice, member);
            if (!asking.mayExist(member)) {
                requests.lost(member);
            }
        });
    }

    private void reply(MemberId to, Envelope answer) {
        if (to.equals(self.id())) {
            received(answer);
        } else {
            outlet.message(Addresses.member(to), answer, 0);
        }
    }
}
