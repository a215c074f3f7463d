package org.asterism.hub.internal.artemis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.asterism.cluster.Member;
import org.asterism.cluster.MessageServer;
import org.asterism.hub.internal.Command;
import org.asterism.hub.internal.Effect;
import org.asterism.hub.internal.HubConfiguration;
import org.asterism.hub.internal.MembershipTable;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.CborCodec;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.Envelope.Kind;
import org.asterism.protocol.Life;
import org.asterism.protocol.member.LocalMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of the hub: the membership table on its thread, the broker, and the hub as a member of its own cluster. */
public final class ArtemisHub implements BrokerListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArtemisHub.class);
    private static final Instant EPOCH_ZERO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration TICK = Duration.ofMillis(20);

    private final HubConfiguration configuration;
    private final Life self;
    private final HubThread threads = new HubThread();
    private final HubCounters counters = new HubCounters();
    private final CborCodec codec;
    private final CborCodec controlCodec = CborCodec.ofControl();
    private final MembershipTable table;
    private final ArtemisBroker broker;
    private final HubOutlet outlet;
    private final LocalMember member;
    private final EffectRunner effects;
    private final MessageServer messageServer;
    private volatile boolean up;
    private volatile boolean closing;

    private ArtemisHub(HubConfiguration configuration, Member hub) {
        this.configuration = configuration;
        this.self = Life.of(hub);
        this.codec = CborCodec.ofEnvelopes(configuration.messaging().maxPayload());
        long epoch = Duration.between(EPOCH_ZERO, Instant.now()).toSeconds();
        this.table = new MembershipTable(hub.incarnation(), epoch, configuration.grace(), System.nanoTime());
        this.broker = new ArtemisBroker(configuration, this);
        this.outlet = new HubOutlet(message -> submit(new Command.FromHub(message)), broker::route);
        this.member = new LocalMember(hub, configuration.messaging(), outlet, threads.listeners(), System::nanoTime);
        this.effects = new EffectRunner(broker, member, controlCodec);
        this.messageServer = new HubMessageServer(member, counters, System::nanoTime);
    }

    /** @param hub the hub as a member; its incarnation is this life of the hub */
    public static ArtemisHub start(HubConfiguration configuration, Member hub) throws HubStartException {
        ArtemisHub started = new ArtemisHub(configuration, hub);
        try {
            started.start();
            return started;
        } catch (HubStartException e) {
            started.close();
            throw e;
        }
    }

    private void start() throws HubStartException {
        member.take(table.snapshot());
        broker.start();
        up = true;
        submit(new Command.Opened());
        threads.every(TICK, this::tick);
        LOG.info(
                "Hub is up on {}:{}, epoch {}",
                configuration.host(),
                configuration.port(),
                member.view().epoch());
    }

    /** The hub's own services. */
    public LocalMember member() {
        return member;
    }

    public MessageServer messageServer() {
        return messageServer;
    }

    @Override
    public void close() {
        closing = true;
        broker.stop();
        threads.close();
        if (up) {
            LOG.info("Hub is down");
        }
    }

    @Override
    public void control(String connection, String user, byte[] body) {
        try {
            submit(new Command.FromMember(connection, user, controlCodec.control(body)));
        } catch (CodecException e) {
            LOG.warn("Ignored a control message of {}: {}", user, e.getMessage(), e);
        }
    }

    @Override
    public void unicast(byte[] body) {
        envelopes(body).forEach(member::received);
    }

    @Override
    public boolean hears(String topic) {
        return outlet.patterns().stream().anyMatch(pattern -> pattern.matches(topic));
    }

    @Override
    public void published(String topic, byte[] body) {
        outlet.patterns().stream().filter(pattern -> pattern.matches(topic)).forEach(pattern -> envelopes(body)
                .forEach(envelope -> member.received(pattern.value(), envelope)));
    }

    @Override
    public void unroutable(byte[] body) {
        counters.refused().increment();
        envelopes(body).stream()
                .filter(envelope -> envelope.kind() == Kind.REQUEST)
                .forEach(this::bounce);
    }

    @Override
    public void carried() {
        counters.carried().increment();
    }

    @Override
    public void closed(String connection, String cause) {
        submit(new Command.ConnectionClosed(connection, cause));
    }

    private void bounce(Envelope request) {
        Envelope answer = request.answer(Kind.NO_LISTENER, self, new byte[0]);
        if (request.sender().equals(self.id())) {
            member.received(answer);
        } else {
            execute(() -> broker.route(Addresses.member(request.sender()), codec.encode(answer)));
        }
    }

    private void tick() {
        member.tick();
        submit(new Command.Tick());
    }

    private void submit(Command command) {
        execute(() -> apply(command));
    }

    private void apply(Command command) {
        for (Effect effect : table.apply(command, System.nanoTime())) {
            effects.run(effect);
        }
    }

    private void execute(Runnable task) {
        try {
            threads.owner().execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            if (!closing) {
                LOG.error("The hub is overloaded and ignores what it hears; look for a member that floods it", e);
            }
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("The hub failed at a step; restart it if members are missing", e);
        }
    }

    private List<Envelope> envelopes(byte[] body) {
        try {
            return codec.envelopes(body);
        } catch (CodecException e) {
            LOG.warn("Ignored a message: {}", e.getMessage(), e);
            return List.of();
        }
    }
}
