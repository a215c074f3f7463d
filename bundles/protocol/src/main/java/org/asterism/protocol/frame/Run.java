package org.asterism.protocol.frame;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.cbor.CborIn;

/**
 * A part of a frame: an address and what goes there. A view of the frame's bytes, which must not be changed.
 *
 * @param frame the bytes of the frame
 * @param begin where the run begins, with its address
 * @param body where the body begins
 * @param end behind the body
 * @param address where it goes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Run(byte[] frame, int begin, int body, int end, String address) {

    /** Bytes with the address. */
    public int size() {
        return end - begin;
    }

    /** The body as text. */
    public String text() {
        return new String(frame, body, end - body, StandardCharsets.UTF_8);
    }

    /** A copy of the body. */
    public byte[] bytes() {
        return Arrays.copyOfRange(frame, body, end);
    }

    /** What the messages are. */
    public Envelope.Kind kind() throws CodecException {
        return kind(new CborIn(frame, body, end));
    }

    /** Whether the messages are of this sender. */
    public boolean isSignedBy(byte[] signature) {
        int from = body + 1;
        return from + signature.length <= end
                && Arrays.equals(frame, from, from + signature.length, signature, 0, signature.length);
    }

    /** The messages, in order. */
    public List<Envelope> envelopes() throws CodecException {
        CborIn in = new CborIn(frame, body, end);
        Envelope.Kind kind = kind(in);
        MemberId sender = id(in.text());
        String incarnation = in.text();
        String topic = in.text();
        List<Envelope> envelopes = new ArrayList<>();
        while (!in.atEnd()) {
            envelopes.add(new Envelope(kind, sender, incarnation, in.uint(), topic, in.uint(), in.bytes()));
        }
        return envelopes;
    }

    private static Envelope.Kind kind(CborIn in) throws CodecException {
        return Envelope.Kind.ofCode(in.uint());
    }

    private static MemberId id(String value) throws CodecException {
        try {
            return new MemberId(value);
        } catch (IllegalArgumentException e) {
            throw CodecException.malformed("a frame: " + e.getMessage(), e);
        }
    }
}
