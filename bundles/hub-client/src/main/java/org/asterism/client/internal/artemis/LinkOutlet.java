package org.asterism.client.internal.artemis;

import java.util.concurrent.atomic.AtomicReference;
import org.asterism.client.internal.Outgoing;
import org.asterism.client.internal.WireQueue;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.CborCodec;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.member.Outlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what the member says into the queue of the present connection, or nowhere if there is none. */
final class LinkOutlet implements Outlet {

    private static final Logger LOG = LoggerFactory.getLogger(LinkOutlet.class);
    private static final long CONGESTED_BYTES = 4L << 20;
    private static final long MAX_BYTES = 256L << 20;

    private final CborCodec codec = CborCodec.ofControl();
    private final AtomicReference<WireQueue> present = new AtomicReference<>(closedQueue());

    /** A new connection: from now on everything goes there. */
    WireQueue open() {
        WireQueue queue = new WireQueue(CONGESTED_BYTES, MAX_BYTES);
        present.set(queue);
        return queue;
    }

    void close() {
        present.get().close();
    }

    @Override
    public boolean congested() {
        return present.get().congested();
    }

    @Override
    public void control(ControlMessage message) {
        offer(new Outgoing.Send(Addresses.CONTROL, codec.encode(message)));
    }

    @Override
    public void unicast(MemberId to, byte[] envelope) {
        offer(new Outgoing.Send(Addresses.member(to), envelope));
    }

    @Override
    public void publish(String topic, byte[] envelope) {
        offer(new Outgoing.Send(Addresses.topic(topic), envelope));
    }

    @Override
    public void subscribe(String pattern) {
        offer(new Outgoing.Subscribe(pattern));
    }

    @Override
    public void unsubscribe(String pattern) {
        offer(new Outgoing.Unsubscribe(pattern));
    }

    private void offer(Outgoing outgoing) {
        WireQueue queue = present.get();
        if (!queue.offer(outgoing) && queue.congested()) {
            LOG.warn("The link is far behind: beginning anew");
            queue.close();
        }
    }

    private static WireQueue closedQueue() {
        WireQueue closed = new WireQueue(0, 0);
        closed.close();
        return closed;
    }
}
