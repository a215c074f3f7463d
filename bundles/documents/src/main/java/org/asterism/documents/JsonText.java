package org.asterism.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Writes documents: maps, lists, strings, numbers and booleans. */
public final class JsonText {

    private static final ObjectWriter COMPACT = new ObjectMapper().writer();
    private static final ObjectWriter INDENTED = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private JsonText() {}

    /** Indented, with a line break at the end. */
    public static String indented(Object document) {
        return write(INDENTED, document) + "\n";
    }

    /** In one line, with a line break at the end. */
    public static String line(Object document) {
        return compact(document) + "\n";
    }

    /** In one line, without a line break. */
    public static String compact(Object document) {
        return write(COMPACT, document);
    }

    private static String write(ObjectWriter writer, Object document) {
        try {
            return writer.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a document holds what cannot be written as JSON", e);
        }
    }
}
