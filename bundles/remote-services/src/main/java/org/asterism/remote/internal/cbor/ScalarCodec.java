package org.asterism.remote.internal.cbor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The most frequent types, straight to and from the stream. */
final class ScalarCodec implements ValueCodec {

    private static final Map<Class<?>, ScalarCodec> BY_TYPE = new HashMap<>();

    static {
        both(
                boolean.class,
                Boolean.class,
                (out, value) -> out.writeBoolean((Boolean) value),
                in -> in.getBooleanValue());
        both(byte.class, Byte.class, (out, value) -> out.writeNumber((Byte) value), ScalarCodec::readByte);
        both(short.class, Short.class, (out, value) -> out.writeNumber((Short) value), in -> in.getShortValue());
        both(int.class, Integer.class, (out, value) -> out.writeNumber((Integer) value), in -> in.getIntValue());
        both(long.class, Long.class, (out, value) -> out.writeNumber((Long) value), in -> in.getLongValue());
        both(float.class, Float.class, (out, value) -> out.writeNumber((Float) value), in -> in.getFloatValue());
        both(double.class, Double.class, (out, value) -> out.writeNumber((Double) value), in -> in.getDoubleValue());
        both(char.class, Character.class, (out, value) -> out.writeNumber((Character) value), ScalarCodec::readChar);
        add(String.class, (out, value) -> out.writeString((String) value), ScalarCodec::readString);
        add(byte[].class, (out, value) -> out.writeBinary((byte[]) value), ScalarCodec::readBytes);
        add(void.class, (out, value) -> out.writeNull(), in -> null);
        add(Void.class, (out, value) -> out.writeNull(), in -> null);
    }

    private final boolean primitive;
    private final Writing writing;
    private final Reading reading;

    @FunctionalInterface
    private interface Writing {
        void write(JsonGenerator generator, Object value) throws IOException;
    }

    @FunctionalInterface
    private interface Reading {
        Object read(JsonParser parser) throws IOException;
    }

    private ScalarCodec(boolean primitive, Writing writing, Reading reading) {
        this.primitive = primitive;
        this.writing = writing;
        this.reading = reading;
    }

    private static void add(Class<?> type, Writing writing, Reading reading) {
        BY_TYPE.put(type, new ScalarCodec(type.isPrimitive() && !type.equals(void.class), writing, reading));
    }

    private static void both(Class<?> primitive, Class<?> wrapper, Writing writing, Reading reading) {
        add(primitive, writing, reading);
        add(wrapper, writing, reading);
    }

    static Optional<ValueCodec> of(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    @Override
    public void write(JsonGenerator generator, Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else {
            writing.write(generator, value);
        }
    }

    @Override
    public Object read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            return reading.read(parser);
        }
        if (primitive) {
            throw new CodecException("null where a primitive value is declared");
        }
        return null;
    }

    private static Object readString(JsonParser parser) throws IOException {
        expect(parser, JsonToken.VALUE_STRING);
        return parser.getText();
    }

    private static Object readBytes(JsonParser parser) throws IOException {
        expect(parser, JsonToken.VALUE_EMBEDDED_OBJECT);
        return parser.getBinaryValue();
    }

    private static Object readByte(JsonParser parser) throws IOException {
        int value = parser.getIntValue();
        if (value != (byte) value) {
            throw new CodecException(value + " is no byte");
        }
        return (byte) value;
    }

    private static Object readChar(JsonParser parser) throws IOException {
        int value = parser.getIntValue();
        if (value != (char) value) {
            throw new CodecException(value + " is no char");
        }
        return (char) value;
    }

    private static void expect(JsonParser parser, JsonToken token) {
        if (parser.currentToken() != token) {
            throw new CodecException("expected " + token + ", not " + parser.currentToken());
        }
    }
}
