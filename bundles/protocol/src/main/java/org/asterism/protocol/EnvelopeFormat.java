package org.asterism.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.asterism.cluster.MemberId;

/** An envelope is an array of seven; a body is a CBOR sequence of envelopes. Written by hand: this is the hot path. */
final class EnvelopeFormat {

    private static final int FIELDS = 7;

    private EnvelopeFormat() {}

    static byte[] write(CBORFactory factory, Envelope envelope) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(envelope.payload().length + 128);
        try (CBORGenerator generator = factory.createGenerator(out)) {
            generator.writeStartArray(envelope, FIELDS);
            generator.writeNumber(envelope.kind().code());
            generator.writeString(envelope.sender().value());
            generator.writeString(envelope.incarnation());
            generator.writeNumber(envelope.sequence());
            generator.writeString(envelope.topic());
            generator.writeNumber(envelope.correlation());
            generator.writeBinary(envelope.payload());
            generator.writeEndArray();
        }
        return out.toByteArray();
    }

    static List<Envelope> read(CBORFactory factory, byte[] bytes) throws IOException {
        List<Envelope> envelopes = new ArrayList<>(1);
        try (JsonParser parser = factory.createParser(bytes)) {
            while (parser.nextToken() != null) {
                envelopes.add(readOne(parser));
            }
        }
        return envelopes;
    }

    private static Envelope readOne(JsonParser parser) throws IOException {
        require(parser.currentToken() == JsonToken.START_ARRAY);
        Envelope.Kind kind = Envelope.Kind.ofCode(number(parser));
        MemberId sender = new MemberId(text(parser));
        String incarnation = text(parser);
        long sequence = number(parser);
        String topic = text(parser);
        long correlation = number(parser);
        require(parser.nextToken() == JsonToken.VALUE_EMBEDDED_OBJECT);
        byte[] payload = parser.getBinaryValue();
        require(parser.nextToken() == JsonToken.END_ARRAY);
        return new Envelope(kind, sender, incarnation, sequence, topic, correlation, payload);
    }

    private static long number(JsonParser parser) throws IOException {
        require(parser.nextToken() == JsonToken.VALUE_NUMBER_INT);
        return parser.getLongValue();
    }

    private static String text(JsonParser parser) throws IOException {
        require(parser.nextToken() == JsonToken.VALUE_STRING);
        return parser.getText();
    }

    private static void require(boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException("not an envelope");
        }
    }
}
