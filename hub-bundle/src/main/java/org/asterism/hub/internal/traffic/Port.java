package org.asterism.hub.internal.traffic;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asterism.cluster.ClientStatus;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.Life;
import org.asterism.protocol.frame.FrameWriter;
import org.asterism.protocol.frame.Run;

/**
 * One connection: what waits for it and what it has confirmed. Frames are written on the network thread of the connection,
 * which takes whatever waits by then; there is no timer. Thread-safe.
 */
final class Port implements Station {

    private final String connection;
    private final Wire wire;
    private final Backlog backlog;
    private final Confirmations confirmations = new Confirmations(this::signal);
    private final FrameWriter writer;
    private final PortMeter meter;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicBoolean cut = new AtomicBoolean();
    private volatile Attachment attachment;
    private boolean closed;

    /** @param hub who writes the frames */
    Port(String connection, Wire wire, Life hub, long window, PortMeter meter) {
        this.connection = connection;
        this.wire = wire;
        this.backlog = new Backlog(window);
        this.writer = new FrameWriter(hub);
        this.meter = meter;
    }

    String connection() {
        return connection;
    }

    Wire wire() {
        return wire;
    }

    PortMeter meter() {
        return meter;
    }

    void attach(Member member) {
        attachment = new Attachment(member, FrameWriter.signature(Life.of(member)));
    }

    boolean isAttached() {
        return attachment != null;
    }

    @Override
    public Optional<Member> member() {
        return Optional.ofNullable(attachment).map(Attachment::member);
    }

    @Override
    public MemberId id() {
        return member().orElseThrow().id();
    }

    /** Whether this was written by the member of this connection. */
    boolean isOwn(Run run) {
        Attachment now = attachment;
        return now != null && run.isSignedBy(now.signature());
    }

    /** A frame with something to confirm came in. */
    Consignment open(long number) {
        return confirmations.open(number);
    }

    @Override
    public void take(Run run) {
        take(new Cargo.Passed(run));
    }

    @Override
    public void take(String address, Envelope message) {
        take(new Cargo.Said(address, message));
    }

    private void take(Cargo cargo) {
        synchronized (this) {
            if (closed) {
                return;
            }
            backlog.add(cargo);
        }
        signal();
    }

    /** What leaves in one frame, if there is room in it. */
    void take(List<Run> runs) {
        synchronized (this) {
            if (closed) {
                return;
            }
            runs.forEach(run -> backlog.add(new Cargo.Passed(run)));
        }
        signal();
    }

    @Override
    public void takeOneWay(Run run, Consignment consignment) {
        synchronized (this) {
            if (closed) {
                return;
            }
            backlog.add(run, consignment);
        }
        signal();
    }

    /** The member has everything up to this number. */
    void confirmed(long number) {
        List<Consignment> released;
        boolean progress;
        synchronized (this) {
            long before = backlog.bytes();
            released = backlog.confirmed(number);
            progress = backlog.bytes() < before;
        }
        released.forEach(Consignment::release);
        if (progress) {
            meter.progress();
            signal();
        }
    }

    /** What waits for the member or is not confirmed by it, in bytes. */
    synchronized long bytes() {
        return backlog.bytes();
    }

    /** The member in words, for the log. */
    String name() {
        Attachment now = attachment;
        return now == null ? connection : now.member().id().value();
    }

    /** Nothing more is taken for this member, and its connection is closed; false if that was done before. */
    boolean cutOff(String cause) {
        boolean first = cut.compareAndSet(false, true);
        if (first) {
            close();
            wire.close(cause);
        }
        return first;
    }

    /** Whether senders wait until this member has what they send. */
    void await(boolean wanted) {
        List<Consignment> released;
        synchronized (this) {
            released = backlog.await(wanted);
        }
        released.forEach(Consignment::release);
    }

    /** Empty if the connection is no member's. */
    Optional<ClientStatus> status(boolean slow) {
        return Optional.ofNullable(attachment)
                .map(now -> new ClientStatus(
                        now.member(),
                        wire.address(),
                        meter.sinceHeard(),
                        meter.framesReceived(),
                        meter.framesSent(),
                        bytes(),
                        slow));
    }

    /** There is news about what this member has sent, and perhaps nothing else to carry it. */
    void tick() {
        if (confirmations.isNews()) {
            signal();
        }
    }

    /** Something may leave. */
    void signal() {
        if (scheduled.compareAndSet(false, true)) {
            wire.execute(this::drain);
        }
    }

    /** The connection is no member's any more. */
    void detach() {
        List<Consignment> released;
        synchronized (this) {
            attachment = null;
            released = backlog.clear();
        }
        released.forEach(Consignment::release);
    }

    /** Nothing is taken or sent any more. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        detach();
    }

    private void drain() {
        scheduled.set(false);
        boolean more = true;
        while (more && wire.isWritable()) {
            more = writeNext();
        }
    }

    private boolean writeNext() {
        Backlog.Departure departure;
        synchronized (this) {
            if (closed || (!backlog.isReady() && !confirmations.isNews())) {
                return false;
            }
            departure = backlog.depart();
        }
        writer.begin(departure.number(), confirmations.tell());
        departure.cargo().forEach(cargo -> cargo.write(writer));
        meter.sent();
        writer.finish(wire::write);
        return true;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Attachment(Member member, byte[] signature) {}
}
