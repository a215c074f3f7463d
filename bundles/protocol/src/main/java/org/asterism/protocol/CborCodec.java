package org.asterism.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.asterism.protocol.CodecException.Reason;

/** Turns messages into CBOR and back. Checks the length before it parses. Thread-safe. */
public final class CborCodec {

    /** Envelopes are put behind each other up to this length; a longer one goes alone. */
    public static final int BATCH_BYTES = 256 << 10;

    private static final int HEADER_BYTES = 4096;

    private static final int CONTROL_BYTES = 8 << 20;
    private static final int MAX_DEPTH = 32;

    private final int maxBytes;
    private final CBORFactory factory;
    private final ObjectMapper mapper;

    /** @param maxBytes the longest input that is parsed */
    public CborCodec(int maxBytes) {
        this.maxBytes = maxBytes;
        this.factory = CBORFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
        this.mapper = CBORMapper.builder(factory)
                .addModule(new ClusterTypes())
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
    }

    /** For envelopes with payloads up to this length. */
    public static CborCodec ofEnvelopes(int maxPayload) {
        return new CborCodec(Math.max(BATCH_BYTES, maxPayload + HEADER_BYTES));
    }

    /** For control messages and events. */
    public static CborCodec ofControl() {
        return new CborCodec(CONTROL_BYTES);
    }

    public byte[] encode(ControlMessage message) {
        return write(message);
    }

    public byte[] encode(HubMessage message) {
        return write(message);
    }

    public byte[] encode(Envelope envelope) {
        try {
            return EnvelopeFormat.write(factory, envelope);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ControlMessage control(byte[] bytes) throws CodecException {
        return read(bytes, ControlMessage.class);
    }

    public HubMessage hub(byte[] bytes) throws CodecException {
        return read(bytes, HubMessage.class);
    }

    /** Reads one envelope or several that were put behind each other. */
    public List<Envelope> envelopes(byte[] bytes) throws CodecException {
        requireBounded(bytes);
        try {
            return EnvelopeFormat.read(factory, bytes);
        } catch (IOException | IllegalArgumentException e) {
            throw malformed("envelope", e);
        }
    }

    private byte[] write(Object message) {
        try {
            return mapper.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(byte[] bytes, Class<T> type) throws CodecException {
        requireBounded(bytes);
        try {
            T message = mapper.readValue(bytes, type);
            if (message == null) {
                throw malformed(type.getSimpleName(), null);
            }
            return message;
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw malformed(type.getSimpleName(), e);
        }
    }

    private void requireBounded(byte[] bytes) throws CodecException {
        if (bytes.length > maxBytes) {
            throw new CodecException(Reason.TOO_LARGE, bytes.length + " bytes, at most " + maxBytes + " allowed", null);
        }
    }

    private static CodecException malformed(String what, Exception cause) {
        return new CodecException(Reason.MALFORMED, "not a " + what, cause);
    }
}
