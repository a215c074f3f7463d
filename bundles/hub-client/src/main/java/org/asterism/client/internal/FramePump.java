package org.asterism.client.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.Life;
import org.asterism.protocol.frame.FrameWriter;
import org.asterism.protocol.member.Intake;

/**
 * Puts what waits for one connection into frames, on the network thread: whatever waits by then goes into one frame, and
 * there is no timer. Methods that say so belong to the network thread; the others are thread-safe.
 */
public final class FramePump {

    private static final int FRAME_BYTES = 128 << 10;
    private static final int CONFIRM_AFTER = 4;

    private final WireQueue queue;
    private final Pipe pipe;
    private final FrameWriter writer;
    private final Intake intake = new Intake(this::heard);
    private final LongConsumer confirmed;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Deque<Sent> unconfirmed = new ArrayDeque<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile long told;
    private volatile boolean open;
    private volatile boolean closing;
    private long number;

    /** @param confirmed hears up to which position everything has reached its receivers; on the network thread */
    public FramePump(Life self, WireQueue queue, Pipe pipe, LongConsumer confirmed) {
        this.queue = queue;
        this.pipe = pipe;
        this.writer = new FrameWriter(self);
        this.confirmed = confirmed;
    }

    /** Sends the first words of the connection; what waits in the queue still waits. */
    public void introduce(byte[] registration) {
        pipe.execute(() -> {
            writer.begin(0, 0);
            writer.add(Addresses.CONTROL, registration);
            writer.finish(pipe::write);
        });
    }

    /** From now on what waits in the queue leaves. */
    public void open() {
        open = true;
        signal();
    }

    /** What comes in through the connection. */
    public Intake intake() {
        return intake;
    }

    /** Something waits. */
    public void signal() {
        if (scheduled.compareAndSet(false, true)) {
            pipe.execute(this::drain);
        }
    }

    /** Time goes by: nothing else may carry what is to be confirmed. */
    public void tick() {
        if (intake.confirmed() > told) {
            signal();
        }
    }

    /** Completed as soon as everything that waits has been handed to the network. */
    public CompletableFuture<Void> drained() {
        closing = true;
        signal();
        return drained;
    }

    /** The hub says that every receiver has the frames up to this number. On the network thread. */
    public void confirmed(long upTo) {
        long position = 0;
        while (!unconfirmed.isEmpty() && unconfirmed.peek().number() <= upTo) {
            position = unconfirmed.poll().position();
        }
        if (position > 0) {
            confirmed.accept(position);
        }
    }

    private void heard() {
        if (intake.confirmed() - told >= CONFIRM_AFTER) {
            signal();
        }
    }

    private void drain() {
        scheduled.set(false);
        boolean more = open;
        while (more && pipe.isWritable()) {
            more = writeNext();
        }
        if (closing && queue.isEmpty()) {
            drained.complete(null);
        }
    }

    private boolean writeNext() {
        List<Outgoing> taken = queue.take(FRAME_BYTES);
        if (taken.isEmpty() && intake.confirmed() <= told) {
            return false;
        }
        told = intake.confirmed();
        writer.begin(number(taken), told);
        taken.forEach(this::add);
        writer.finish(pipe::write);
        return true;
    }

    /** Only what is to be confirmed has a number. */
    private long number(List<Outgoing> taken) {
        long position = 0;
        for (Outgoing outgoing : taken) {
            if (outgoing instanceof Outgoing.Letter letter && letter.position() > 0) {
                position = letter.position();
            }
        }
        if (position == 0) {
            return 0;
        }
        unconfirmed.add(new Sent(++number, position));
        return number;
    }

    private void add(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Letter letter) {
            writer.add(letter.address(), letter.message());
        } else if (outgoing instanceof Outgoing.Notice notice) {
            writer.add(notice.address(), notice.body());
        }
    }

    private record Sent(long number, long position) {}
}
