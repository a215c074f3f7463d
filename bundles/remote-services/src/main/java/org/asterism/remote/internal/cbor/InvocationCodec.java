package org.asterism.remote.internal.cbor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asterism.messaging.MessageTooLargeException;
import org.asterism.remote.internal.MethodTable;
import org.asterism.remote.internal.Outcome;
import org.asterism.remote.internal.RemoteMethod;

/**
 * Calls and outcomes as CBOR arrays, typed by the method's own signature.
 *
 * <pre>
 * call      [ signature, patience in ms, argument… ]
 * outcome   [ true, value ]   or   [ false, message, exception type, supertype… ]
 * </pre>
 */
public final class InvocationCodec {

    private final ObjectMapper mapper;
    private final int maxBytes;

    /**
     * @param maxBytes larger input is refused before it is looked at
     * @param modules how to carry types beyond those of the JDK
     */
    public InvocationCodec(int maxBytes, List<Module> modules) {
        this.mapper = CborMappers.create(maxBytes, modules);
        this.maxBytes = maxBytes;
    }

    /**
     * @throws CodecException if an argument cannot be carried
     * @throws MessageTooLargeException if they are too large
     */
    public byte[] encodeCall(RemoteMethod method, Duration patience, Object[] arguments) {
        return write("the arguments of " + method.signature(), generator -> {
            generator.writeString(method.signature());
            generator.writeNumber(patience.toMillis());
            for (int i = 0; i < method.parameterTypes().size(); i++) {
                writeValue(generator, method.parameterTypes().get(i), arguments[i]);
            }
        });
    }

    /** @throws CodecException if this is no call, or the service has no such method */
    public ReceivedCall decodeCall(byte[] bytes, MethodTable methods) {
        return read("a call", bytes, parser -> {
            String signature = String.valueOf(parser.nextTextValue());
            RemoteMethod method = methods.find(signature)
                    .orElseThrow(() -> new CodecException("the service has no method " + signature));
            Duration patience = Duration.ofMillis(parser.nextLongValue(0));
            Object[] arguments = new Object[method.parameterTypes().size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = readValue(parser, method.parameterTypes().get(i));
            }
            return new ReceivedCall(method, patience, arguments);
        });
    }

    /**
     * @throws CodecException if the value cannot be carried
     * @throws MessageTooLargeException if it is too large
     */
    public byte[] encodeOutcome(RemoteMethod method, Outcome outcome) {
        return write("the outcome of " + method.signature(), generator -> {
            if (outcome instanceof Outcome.Returned returned) {
                generator.writeBoolean(true);
                writeValue(generator, method.resultType(), returned.value());
            } else if (outcome instanceof Outcome.Threw threw) {
                generator.writeBoolean(false);
                generator.writeString(threw.message());
                for (String type : threw.types()) {
                    generator.writeString(type);
                }
            }
        });
    }

    /** @throws CodecException if this is no outcome of the method */
    public Outcome decodeOutcome(byte[] bytes, RemoteMethod method) {
        return read("the outcome of " + method.signature(), bytes, parser -> {
            if (Boolean.TRUE.equals(parser.nextBooleanValue())) {
                return new Outcome.Returned(readValue(parser, method.resultType()));
            }
            String message = String.valueOf(parser.nextTextValue());
            List<String> types = new ArrayList<>(List.of(String.valueOf(parser.nextTextValue())));
            for (String type = parser.nextTextValue(); type != null; type = parser.nextTextValue()) {
                types.add(type);
            }
            return new Outcome.Threw(types, message);
        });
    }

    private void writeValue(JsonGenerator generator, Type type, Object value) throws IOException {
        if (type == void.class || value == null) {
            generator.writeNull();
        } else {
            mapper.writerFor(mapper.constructType(type)).writeValue(generator, value);
        }
    }

    private Object readValue(JsonParser parser, Type type) throws IOException {
        if (parser.nextToken() == JsonToken.END_ARRAY || parser.currentToken() == null) {
            throw new CodecException("a value is missing");
        }
        return mapper.readerFor(mapper.constructType(type == void.class ? Void.class : type))
                .readValue(parser);
    }

    private byte[] write(String what, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = mapper.getFactory().createGenerator(bytes)) {
            generator.writeStartArray();
            content.write(generator);
            generator.writeEndArray();
        } catch (IOException e) {
            throw new CodecException("cannot carry " + what + ": " + e.getMessage(), e);
        }
        if (bytes.size() > maxBytes) {
            throw new MessageTooLargeException(what + " take " + bytes.size() + " bytes, more than " + maxBytes);
        }
        return bytes.toByteArray();
    }

    private <T> T read(String what, byte[] bytes, Reading<T> reading) {
        if (bytes.length > maxBytes) {
            throw new CodecException(what + " has " + bytes.length + " bytes, more than " + maxBytes);
        }
        try (JsonParser parser = mapper.getFactory().createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new CodecException("not " + what);
            }
            return reading.read(parser);
        } catch (IOException e) {
            throw new CodecException("cannot read " + what + ": " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Content {
        void write(JsonGenerator generator) throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }
}
