package org.asterism.protocol;

import org.asterism.protocol.CodecException.Reason;
import org.asterism.protocol.cbor.CborIn;
import org.asterism.protocol.cbor.CborOut;

/** Turns messages into CBOR and back. Checks the length before it parses. Thread-safe. */
public final class CborCodec {

    private static final int CONTROL_BYTES = 8 << 20;
    private static final int CAPACITY = 512;

    private final int maxBytes;
    private final ControlReader controls = new ControlReader();

    /** @param maxBytes the longest input that is parsed */
    public CborCodec(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** For control messages and events. */
    public static CborCodec ofControl() {
        return new CborCodec(CONTROL_BYTES);
    }

    public byte[] encode(ControlMessage message) {
        CborOut out = new CborOut(CAPACITY);
        ControlWriter.write(out, message);
        return out.toByteArray();
    }

    public byte[] encode(HubMessage message) {
        CborOut out = new CborOut(CAPACITY);
        HubWriter.write(out, message);
        return out.toByteArray();
    }

    public ControlMessage control(byte[] bytes) throws CodecException {
        return read(bytes, "a control message", controls::read);
    }

    public HubMessage hub(byte[] bytes) throws CodecException {
        return read(bytes, "a message of the hub", HubReader::read);
    }

    private <T> T read(byte[] bytes, String what, CborIn.Element<T> message) throws CodecException {
        if (bytes.length > maxBytes) {
            throw new CodecException(Reason.TOO_LARGE, bytes.length + " bytes, at most " + maxBytes + " allowed", null);
        }
        try {
            return message.read(new CborIn(bytes, 0, bytes.length));
        } catch (IllegalArgumentException e) {
            throw CodecException.malformed(what, e);
        }
    }
}
