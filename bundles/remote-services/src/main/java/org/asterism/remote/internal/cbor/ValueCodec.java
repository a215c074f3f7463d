package org.asterism.remote.internal.cbor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Writes and reads the values of one declared type. Made once for each parameter and result; any thread. */
interface ValueCodec {

    /** @param value null becomes CBOR's null */
    void write(JsonGenerator generator, Object value) throws IOException;

    /** Reads the value at whose first token the parser stands. */
    Object read(JsonParser parser) throws IOException;
}
