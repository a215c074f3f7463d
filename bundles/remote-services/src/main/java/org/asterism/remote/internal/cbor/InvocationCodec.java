package org.asterism.remote.internal.cbor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.asterism.messaging.MessageTooLargeException;
import org.asterism.remote.internal.MethodTable;
import org.asterism.remote.internal.Outcome;

/**
 * Calls and outcomes as CBOR arrays, typed by the method's own signature.
 *
 * <pre>
 * call      [ id of the method, patience in ms, argument… ]
 * outcome   [ true, value ]   or   [ false, message, exception type, supertype… ]
 * </pre>
 */
public final class InvocationCodec {

    private final ObjectMapper mapper;
    private final MethodPreparation preparation;
    private final int maxBytes;

    /**
     * @param maxBytes larger input is refused before it is looked at
     * @param modules how to carry types beyond those of the JDK, as values and as keys
     * @param types which types these are
     */
    public InvocationCodec(int maxBytes, List<Module> modules, Collection<Class<?>> types) {
        this.mapper = CborMappers.create(maxBytes, modules);
        this.preparation = new MethodPreparation(mapper, new KnownTypes(types));
        this.maxBytes = maxBytes;
    }

    /**
     * Makes everything that the calls of these methods need.
     *
     * @throws UnsupportedTypeException if there is a type that cannot be carried
     */
    public PreparedMethods prepare(MethodTable methods) {
        return preparation.prepare(methods);
    }

    /**
     * @throws CodecException if an argument cannot be carried
     * @throws MessageTooLargeException if they are too large
     */
    @SuppressWarnings("IllegalCatch") // a value's own code fails in its own ways
    public byte[] encodeCall(PreparedMethod method, Duration patience, Object[] arguments) {
        BoundedBytes bytes = new BoundedBytes(maxBytes);
        try (JsonGenerator generator = mapper.getFactory().createGenerator(bytes)) {
            generator.writeStartArray();
            generator.writeNumber(method.method().id());
            generator.writeNumber(patience.toMillis());
            for (int i = 0; i < method.parameterCount(); i++) {
                method.parameter(i).write(generator, arguments[i]);
            }
            generator.writeEndArray();
        } catch (IOException | RuntimeException e) {
            throw notWritten("the arguments of " + method.method().signature(), bytes, e);
        }
        return bytes.toByteArray();
    }

    /** @throws CodecException if this is no call, or the service has no such method */
    @SuppressWarnings("IllegalCatch") // a value's own code fails in its own ways
    public ReceivedCall decodeCall(byte[] bytes, PreparedMethods methods) {
        try (JsonParser parser = open("a call", bytes)) {
            long id = nextLong(parser);
            PreparedMethod method =
                    methods.find(id).orElseThrow(() -> new CodecException("the service has no such method"));
            Duration patience = Duration.ofMillis(nextLong(parser));
            Object[] arguments = new Object[method.parameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = next(parser, method.parameter(i));
            }
            return new ReceivedCall(method, patience, arguments);
        } catch (IOException | RuntimeException e) {
            throw notRead("a call", e);
        }
    }

    /**
     * @throws CodecException if the value cannot be carried
     * @throws MessageTooLargeException if it is too large
     */
    @SuppressWarnings("IllegalCatch") // a value's own code fails in its own ways
    public byte[] encodeOutcome(PreparedMethod method, Outcome outcome) {
        BoundedBytes bytes = new BoundedBytes(maxBytes);
        try (JsonGenerator generator = mapper.getFactory().createGenerator(bytes)) {
            generator.writeStartArray();
            generator.writeBoolean(outcome instanceof Outcome.Returned);
            if (outcome instanceof Outcome.Returned returned) {
                method.result().write(generator, returned.value());
            } else if (outcome instanceof Outcome.Threw threw) {
                generator.writeString(threw.message());
                for (String type : threw.types()) {
                    generator.writeString(type);
                }
            }
            generator.writeEndArray();
        } catch (IOException | RuntimeException e) {
            throw notWritten("the outcome of " + method.method().signature(), bytes, e);
        }
        return bytes.toByteArray();
    }

    /** @throws CodecException if this is no outcome of the method */
    @SuppressWarnings("IllegalCatch") // a value's own code fails in its own ways
    public Outcome decodeOutcome(byte[] bytes, PreparedMethod method) {
        try (JsonParser parser = open("an outcome", bytes)) {
            if (parser.nextToken() == JsonToken.VALUE_TRUE) {
                return new Outcome.Returned(next(parser, method.result()));
            }
            String message = String.valueOf(parser.nextTextValue());
            List<String> types = new ArrayList<>(List.of(String.valueOf(parser.nextTextValue())));
            for (String type = parser.nextTextValue(); type != null; type = parser.nextTextValue()) {
                types.add(type);
            }
            return new Outcome.Threw(types, message);
        } catch (IOException | RuntimeException e) {
            throw notRead("the outcome of " + method.method().signature(), e);
        }
    }

    private JsonParser open(String what, byte[] bytes) throws IOException {
        if (bytes.length > maxBytes) {
            throw new CodecException(what + " has " + bytes.length + " bytes, more than " + maxBytes);
        }
        JsonParser parser = mapper.getFactory().createParser(bytes);
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            parser.close();
            throw new CodecException("not " + what);
        }
        return parser;
    }

    private static long nextLong(JsonParser parser) throws IOException {
        parser.nextToken();
        return parser.getLongValue();
    }

    private static Object next(JsonParser parser, ValueCodec codec) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY || token == null) {
            throw new CodecException("a value is missing");
        }
        return codec.read(parser);
    }

    private RuntimeException notWritten(String what, BoundedBytes bytes, Exception cause) {
        return bytes.refused()
                ? new MessageTooLargeException(what + " take more than " + maxBytes + " bytes")
                : new CodecException("cannot carry " + what + ": " + cause.getMessage(), cause);
    }

    private static CodecException notRead(String what, Exception cause) {
        return cause instanceof CodecException known
                ? known
                : new CodecException("cannot read " + what + ": " + cause.getMessage(), cause);
    }
}
