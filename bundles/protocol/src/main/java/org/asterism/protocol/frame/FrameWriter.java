package org.asterism.protocol.frame;

import org.asterism.protocol.Envelope;
import org.asterism.protocol.Life;
import org.asterism.protocol.cbor.CborOut;

/**
 * Writes frames of one sender, one after the other. Not thread-safe.
 *
 * <ol>
 *   <li>Messages that follow each other with the same address, kind and topic share one run.
 *   <li>A frame has a number, counted from 1, if it carries something that is to be confirmed, and 0 otherwise.
 *   <li>Each frame says up to which number the frames of the other side are confirmed.
 * </ol>
 */
public final class FrameWriter {

    private static final int CAPACITY = 8 << 10;

    private final byte[] sender;
    private final CborOut out = new CborOut(CAPACITY);
    private String address = "";
    private String topic = "";
    private Envelope.Kind kind = Envelope.Kind.ROUTED;
    private int open = -1;

    public FrameWriter(Life sender) {
        this.sender = signature(sender);
    }

    /** How a sender signs the runs that it writes. */
    public static byte[] signature(Life sender) {
        CborOut signature = new CborOut(64);
        signature.text(sender.id().value());
        signature.text(sender.incarnation());
        return signature.toByteArray();
    }

    /** Begins a frame. */
    public void begin(long number, long confirmed) {
        out.clear();
        open = -1;
        out.uint(number);
        out.uint(confirmed);
    }

    /** Adds a message. */
    public void add(String to, Envelope message) {
        if (open < 0
                || !to.equals(address)
                || message.kind() != kind
                || !message.topic().equals(topic)) {
            openRun(to, message);
        }
        out.uint(message.sequence());
        out.uint(message.correlation());
        out.bytes(message.payload());
    }

    /** Adds a run of another form. */
    public void add(String to, byte[] body) {
        closeRun();
        out.text(to);
        out.bytes(body);
    }

    /** Adds a run as it was written by someone else. */
    public void pass(byte[] bytes, int begin, int end) {
        closeRun();
        out.raw(bytes, begin, end);
    }

    /** The length so far, in bytes. */
    public int length() {
        return out.length();
    }

    /** Ends the frame; returns a copy of it. */
    public byte[] finish() {
        closeRun();
        return out.toByteArray();
    }

    /** Ends the frame and hands it on without a copy: it must be taken before the next one begins. */
    public void finish(FrameSink sink) {
        closeRun();
        sink.take(out.array(), out.length());
    }

    private void openRun(String to, Envelope first) {
        closeRun();
        address = to;
        kind = first.kind();
        topic = first.topic();
        out.text(to);
        open = out.openBytes();
        out.uint(kind.code());
        out.raw(sender);
        out.text(topic);
    }

    private void closeRun() {
        if (open >= 0) {
            out.closeBytes(open);
            open = -1;
        }
    }
}
