package org.asterism.remote.internal.cbor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;

/** Any other type, with its writer and its reader prepared. */
record DatabindCodec(ObjectWriter writer, ObjectReader reader) implements ValueCodec {

    static DatabindCodec of(ObjectMapper mapper, JavaType type) {
        return new DatabindCodec(mapper.writerFor(type), mapper.readerFor(type));
    }

    @Override
    public void write(JsonGenerator generator, Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else {
            writer.writeValue(generator, value);
        }
    }

    @Override
    public Object read(JsonParser parser) throws IOException {
        return reader.readValue(parser);
    }
}
