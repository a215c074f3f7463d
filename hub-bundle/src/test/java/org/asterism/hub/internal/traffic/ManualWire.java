package org.asterism.hub.internal.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.frame.Frame;
import org.asterism.protocol.frame.Run;

/** A connection whose network thread is the test. */
final class ManualWire implements Wire {

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<Frame> frames = new ArrayList<>();
    private final List<String> closings = new ArrayList<>();
    private boolean writable = true;

    @Override
    public boolean isWritable() {
        return writable;
    }

    void writable(boolean now) {
        writable = now;
    }

    @Override
    public void write(byte[] bytes, int length) {
        try {
            frames.add(Frame.read(Arrays.copyOf(bytes, length)));
        } catch (CodecException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void close(String cause) {
        closings.add(cause);
    }

    @Override
    public String address() {
        return "127.0.0.1:1";
    }

    /** Lets the network thread do what it has to do. */
    ManualWire run() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        return this;
    }

    /** Why it was closed, in order. */
    List<String> closings() {
        return closings;
    }

    List<Frame> frames() {
        return frames;
    }

    Frame last() {
        return frames.get(frames.size() - 1);
    }

    /** Every message that has left. */
    List<Envelope> messages() {
        List<Envelope> messages = new ArrayList<>();
        for (Frame frame : frames) {
            for (Run run : frame.runs()) {
                if (!run.address().equals(Addresses.HUB)) {
                    messages.addAll(envelopes(run));
                }
            }
        }
        return messages;
    }

    private static List<Envelope> envelopes(Run run) {
        try {
            return run.envelopes();
        } catch (CodecException e) {
            throw new AssertionError(e);
        }
    }
}
