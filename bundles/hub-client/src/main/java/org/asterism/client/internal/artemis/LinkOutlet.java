package org.asterism.client.internal.artemis;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.asterism.client.internal.FramePump;
import org.asterism.client.internal.Outgoing;
import org.asterism.client.internal.WireQueue;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.CborCodec;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.member.Outlet;

/** Puts what the member says into the queue of the present connection, or nowhere if there is none. */
final class LinkOutlet implements Outlet {

    private static final long CONGESTED_BYTES = 4L << 20;
    private static final long MAX_BYTES = 64L << 20;

    private final CborCodec codec = CborCodec.ofControl();
    private final AtomicReference<Gate> present = new AtomicReference<>(Gate.CLOSED);

    /** The queue of a new connection; not in use before {@link #open}. */
    static WireQueue queue() {
        return new WireQueue(CONGESTED_BYTES, MAX_BYTES);
    }

    /** From now on everything goes there. */
    void open(WireQueue queue, FramePump pump, Consumer<String> overflow) {
        present.set(new Gate(queue, pump::signal, overflow));
    }

    /** From now on nothing goes anywhere. */
    void close() {
        present.set(Gate.CLOSED);
    }

    @Override
    public boolean congested() {
        return present.get().queue().congested();
    }

    @Override
    public void control(ControlMessage message) {
        present.get().offer(new Outgoing.Notice(Addresses.CONTROL, codec.encode(message)));
    }

    @Override
    public boolean message(String address, Envelope message, long position) {
        present.get().offer(new Outgoing.Letter(address, message, position));
        return false;
    }

    @Override
    public void interest(String address, String topic) {
        present.get().offer(new Outgoing.Notice(address, topic.getBytes(StandardCharsets.UTF_8)));
    }

    private record Gate(WireQueue queue, Runnable signal, Consumer<String> overflow) {

        static final Gate CLOSED = new Gate(new WireQueue(Long.MAX_VALUE, -1), () -> {}, cause -> {});

        void offer(Outgoing outgoing) {
            if (queue.offer(outgoing)) {
                signal.run();
            } else {
                overflow.accept("too much waits to be sent");
            }
        }
    }
}
