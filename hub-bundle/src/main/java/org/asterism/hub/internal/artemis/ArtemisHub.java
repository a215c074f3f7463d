package org.asterism.hub.internal.artemis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.asterism.cluster.Member;
import org.asterism.cluster.MessageServer;
import org.asterism.hub.internal.Command;
import org.asterism.hub.internal.Effect;
import org.asterism.hub.internal.Gathering;
import org.asterism.hub.internal.HubConfiguration;
import org.asterism.hub.internal.MembershipLimits;
import org.asterism.hub.internal.MembershipTable;
import org.asterism.hub.internal.standby.Mandate;
import org.asterism.hub.internal.traffic.Switchboard;
import org.asterism.hub.internal.traffic.Wire;
import org.asterism.protocol.CborCodec;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.Life;
import org.asterism.protocol.member.LocalMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of the hub: the membership table on its thread, the broker, and the hub as a member of its own cluster. */
public final class ArtemisHub implements WireListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArtemisHub.class);
    private static final Instant EPOCH_ZERO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration TICK = Duration.ofMillis(20);

    private final HubConfiguration configuration;
    private final HubThread threads = new HubThread();
    private final CborCodec codec = CborCodec.ofControl();
    private final MembershipTable table;
    private final Gathering gathering = new Gathering();
    private final ArtemisBroker broker;
    private final Switchboard switchboard;
    private final LocalMember member;
    private final EffectRunner effects;
    private final MessageServer messageServer;
    private final Mandate mandate;
    private final long prepared = System.nanoTime();
    private volatile boolean up;
    private volatile boolean closing;

    private ArtemisHub(HubConfiguration configuration, Member hub, Mandate mandate) {
        this.configuration = configuration;
        this.mandate = mandate;
        long epoch = mandate.epoch()
                .orElseGet(() -> Duration.between(EPOCH_ZERO, Instant.now()).toSeconds());
        this.table = new MembershipTable(
                hub.incarnation(),
                epoch,
                mandate.epoch().isPresent(),
                configuration.grace(),
                MembershipLimits.DEFAULT,
                prepared);
        this.broker = new ArtemisBroker(configuration, this);
        this.switchboard = new Switchboard(Life.of(hub), configuration.traffic(), this::control, System::nanoTime);
        HubOutlet outlet = new HubOutlet(message -> submit(new Command.FromHub(message)), switchboard);
        this.member = new LocalMember(hub, configuration.messaging(), outlet, threads.listeners(), System::nanoTime);
        switchboard.attachHub(member);
        this.effects = new EffectRunner(switchboard, member);
        this.messageServer = new HubMessageServer(member, switchboard, System::nanoTime);
    }

    /**
     * Starts a hub whose epoch is arbitrated, or is that of the clock.
     *
     * @param hub the hub as a member; its incarnation is this life of the hub
     * @param mandate once it is not valid, this hub hears and says nothing; it is deposed once, on a thread of the hub
     */
    public static ArtemisHub start(HubConfiguration configuration, Member hub, Mandate mandate)
            throws HubStartException {
        ArtemisHub started = prepare(configuration, hub, mandate);
        started.open();
        return started;
    }

    /** Like {@link #start}, but does not listen before {@link #open}: what the hub offers by then is there for the first member. */
    public static ArtemisHub prepare(HubConfiguration configuration, Member hub, Mandate mandate)
            throws HubStartException {
        ArtemisHub prepared = new ArtemisHub(configuration, hub, mandate);
        prepared.member.take(prepared.table.snapshot());
        var unused = prepared.member.subscribe(new ChangeLog());
        prepared.orClose(prepared.broker::start);
        return prepared;
    }

    /** Listens from now on; if it cannot, it is closed. */
    public void open() throws HubStartException {
        orClose(broker::listen);
        up = true;
        submit(new Command.Opened());
        threads.every(TICK, this::tick);
        LOG.info(
                "Hub is up on {}:{}, epoch {}",
                configuration.host(),
                configuration.port(),
                member.view().epoch());
    }

    private void orClose(Step step) throws HubStartException {
        try {
            step.run();
        } catch (HubStartException e) {
            close();
            throw e;
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws HubStartException;
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
    public boolean isOpen() {
        return !closing && mandate.isValid();
    }

    @Override
    public void connected(String connection, Wire wire) {
        switchboard.connected(connection, new MandatedWire(wire, mandate));
    }

    @Override
    public void received(String connection, String user, byte[] frame) {
        if (mandate.isValid()) {
            switchboard.received(connection, user, frame);
        }
    }

    @Override
    public void alive(String connection) {
        switchboard.alive(connection);
    }

    @Override
    public void writable(String connection) {
        switchboard.writable(connection);
    }

    @Override
    public void closed(String connection, String cause) {
        if (closing) {
            return; // the hub goes, not the member: nobody must hear that it is lost
        }
        switchboard.disconnected(connection);
        submit(new Command.ConnectionClosed(connection, cause));
    }

    private void control(String connection, String user, byte[] body) {
        try {
            submit(new Command.FromMember(connection, user, codec.control(body)));
        } catch (CodecException e) {
            LOG.warn("Ignored a control message of {}: {}", user, e.getMessage(), e);
        }
    }

    private void tick() {
        member.tick();
        switchboard.tick();
        submit(new Command.Tick());
    }

    private void submit(Command command) {
        execute(() -> apply(command));
    }

    private void apply(Command command) {
        if (!mandate.isValid()) {
            return; // another hub has the lists by now: what happens to these must not be told
        }
        long now = now();
        List<Effect> due = gathering.take(table.apply(command, now), table, now);
        for (Effect effect : due) {
            if (effect instanceof Effect.Deposed newer) {
                mandate.deposed().accept(newer.seen());
            }
        }
        effects.run(due);
    }

    /** The time that the lists see: it stands still until members can come, so that nobody is waited for in vain. */
    private long now() {
        return up ? System.nanoTime() : prepared;
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
}
