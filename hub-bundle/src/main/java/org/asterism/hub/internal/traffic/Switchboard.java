package org.asterism.hub.internal.traffic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.asterism.cluster.ClientStatus;
import org.asterism.cluster.Member;
import org.asterism.hub.internal.TrafficLimits;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.HubMessage;
import org.asterism.protocol.Life;
import org.asterism.protocol.frame.Frame;
import org.asterism.protocol.frame.Run;
import org.asterism.protocol.member.LocalMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects the members. Thread-safe; works on the threads of its callers and never blocks.
 *
 * <ol>
 *   <li>What one connection sends to one receiver arrives in the order sent.
 *   <li>A frame is confirmed to its sender when every receiver has confirmed its one-way messages or is gone.
 *   <li>A receiver that does not keep up slows down those who send to it, and nobody else: what waits for it is bounded, past that
 *       it is cut off. One that confirms nothing for a while is left behind: its senders no longer wait for it.
 *   <li>Only an attached connection is listened to, and only as the member it was attached as.
 * </ol>
 */
public final class Switchboard {

    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

    private final Life hub;
    private final TrafficLimits limits;
    private final ControlDesk desk;
    private final LongSupplier clock;
    private final Map<String, Port> ports = new ConcurrentHashMap<>();
    private final Routes routes = new Routes();
    private final TrafficCounters counters = new TrafficCounters();
    private final SlowConsumers slow;
    private final HubVoice voice;
    private final Router router;

    /** @param clock monotonic, in nanoseconds */
    public Switchboard(Life hub, TrafficLimits limits, ControlDesk desk, LongSupplier clock) {
        this.hub = hub;
        this.limits = limits;
        this.desk = desk;
        this.clock = clock;
        this.slow = new SlowConsumers(limits);
        this.voice = new HubVoice(hub);
        this.router = new Router(routes, counters, voice);
    }

    /** From now on the hub itself receives, as this member. */
    public void attachHub(LocalMember self) {
        SelfStation station = new SelfStation(self);
        ControlMessage.Register known = self.registration();
        router.self(station);
        routes.add(station, known.listens(), known.serves());
    }

    /** A connection is there. */
    public void connected(String connection, Wire wire) {
        ports.put(connection, new Port(connection, wire, hub, limits.window(), new PortMeter(clock)));
    }

    /** A connection is gone. */
    public void disconnected(String connection) {
        Port port = ports.remove(connection);
        if (port != null) {
            routes.remove(port);
            port.close();
        }
    }

    /** The connection takes more again. */
    public void writable(String connection) {
        Port port = ports.get(connection);
        if (port != null) {
            port.signal();
        }
    }

    /** Something came in, perhaps no more than a sign of life. */
    public void alive(String connection) {
        Port port = ports.get(connection);
        if (port != null) {
            port.meter().alive();
        }
    }

    /**
     * A frame came in. Called for each connection in the order of arrival.
     *
     * @param user who the connection has proved to be
     */
    public void received(String connection, String user, byte[] bytes) {
        Port from = ports.get(connection);
        if (from == null) {
            return;
        }
        from.meter().heard();
        try {
            received(from, user, Frame.read(bytes));
        } catch (CodecException | IllegalArgumentException e) {
            LOG.warn("Member '{}' sends what is no frame: {}", user, e.getMessage(), e);
            from.wire().close("it sends what is no frame");
        }
    }

    private void received(Port from, String user, Frame frame) throws CodecException {
        from.confirmed(frame.confirmed());
        Consignment consignment = frame.number() > 0 ? from.open(frame.number()) : Consignment.ofHub();
        try {
            for (Run run : frame.runs()) {
                received(from, user, run, consignment);
            }
        } finally {
            consignment.release();
        }
    }

    private void received(Port from, String user, Run run, Consignment consignment) throws CodecException {
        if (run.address().equals(Addresses.CONTROL)) {
            desk.control(from.connection(), user, run.bytes());
        } else if (!from.isAttached()) {
            LOG.debug("Ignored a message to '{}': connection {} is not attached", run.address(), from.connection());
        } else if (Addresses.isInterest(run.address())) {
            routes.change(from, run.address(), run.text());
        } else if (from.isOwn(run)) {
            router.route(from, run, consignment).forEach(this::watch);
        } else {
            LOG.warn("Member '{}' sends a message in another name: closing its connection", user);
            from.wire().close("it sends a message in another name");
        }
    }

    private void watch(Station station) {
        if (station instanceof Port port) {
            slow.added(port);
        }
    }

    /** This connection is the member's from now on. */
    public void attach(String connection, Member member, List<String> listens, List<String> serves) {
        Port port = ports.get(connection);
        if (port != null) {
            port.attach(member);
            routes.add(port, listens, serves);
        }
    }

    /** This connection is no member's any more; it may still be told something. */
    public void detach(String connection) {
        Port port = ports.get(connection);
        if (port != null) {
            routes.remove(port);
            port.detach();
        }
    }

    /** Closes a connection. */
    public void close(String connection, String cause) {
        Port port = ports.get(connection);
        if (port != null) {
            port.wire().close(cause);
        }
    }

    /** Tells every attached member, in one frame; each message is written once, for all. */
    public void announce(List<? extends HubMessage> messages) {
        List<Run> runs = messages.stream().map(voice::run).toList();
        ports.values().stream().filter(Port::isAttached).forEach(port -> port.take(runs));
    }

    /** Tells these connections, attached or not; the message is written once, for all. */
    public void tell(Collection<String> connections, HubMessage message) {
        Run run = voice.run(message);
        for (String connection : connections) {
            Port port = ports.get(connection);
            if (port != null) {
                port.take(run);
            }
        }
    }

    /** The hub itself sends a message. */
    public void send(String address, Envelope message) {
        boolean direct = !message.kind().oneWay() && Addresses.letter(address) == Addresses.ONE_MEMBER;
        Optional<Station> receiver = direct ? router.say(address, message) : Optional.empty();
        if (receiver.isPresent()) {
            watch(receiver.get());
        } else {
            carry(address, message);
        }
    }

    private void carry(String address, Envelope message) {
        Consignment consignment = Consignment.ofHub();
        try {
            router.route(router.self(), voice.run(address, message), consignment)
                    .forEach(this::watch);
        } catch (CodecException e) {
            throw new IllegalStateException("the hub's own message", e);
        } finally {
            consignment.release();
        }
    }

    /** The hub itself listens or serves, or no longer does. */
    public void interest(String address, String topic) {
        Station self = router.self();
        if (self != null) { // before, it is told with everything else
            routes.change(self, address, topic);
        }
    }

    /** Time goes by. */
    public void tick() {
        ports.values().forEach(Port::tick);
        slow.check(ports.values());
    }

    /** The attached connections, sorted by member. */
    public List<ClientStatus> clients() {
        return ports.values().stream()
                .map(port -> port.status(slow.isSlow(port)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(status -> status.member().id()))
                .toList();
    }

    public TrafficStatus status() {
        long waiting = ports.values().stream().mapToLong(Port::bytes).sum();
        return new TrafficStatus(counters.runsCarried(), counters.runsRefused(), waiting, slow.size(), slow.cut());
    }
}
