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
import org.asterism.protocol.CodecException.Reason;

/** Turns messages into CBOR and back. Checks the length before it parses. Thread-safe. */
public final class CborCodec {

    private static final int CONTROL_BYTES = 8 << 20;
    private static final int MAX_DEPTH = 32;

    /** One for all: what Jackson has learnt of a type need not be learnt again. */
    private static final ObjectMapper MAPPER = CBORMapper.builder(CBORFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .addModule(new ClusterTypes())
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private final int maxBytes;

    /** @param maxBytes the longest input that is parsed */
    public CborCodec(int maxBytes) {
        this.maxBytes = maxBytes;
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

    public ControlMessage control(byte[] bytes) throws CodecException {
        return read(bytes, ControlMessage.class);
    }

    public HubMessage hub(byte[] bytes) throws CodecException {
        return read(bytes, HubMessage.class);
    }

    private byte[] write(Object message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(byte[] bytes, Class<T> type) throws CodecException {
        requireBounded(bytes);
        try {
            T message = MAPPER.readValue(bytes, type);
            if (message == null) {
                throw CodecException.malformed("a " + type.getSimpleName(), null);
            }
            return message;
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw CodecException.malformed("a " + type.getSimpleName(), e);
        }
    }

    private void requireBounded(byte[] bytes) throws CodecException {
        if (bytes.length > maxBytes) {
            throw new CodecException(Reason.TOO_LARGE, bytes.length + " bytes, at most " + maxBytes + " allowed", null);
        }
    }
}
