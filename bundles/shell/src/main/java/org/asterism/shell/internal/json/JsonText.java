package org.asterism.shell.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import org.asterism.shell.internal.Report;

/** Writes the document of a report. */
public final class JsonText {

    private static final ObjectWriter LINE = new ObjectMapper().writer();
    private static final ObjectWriter INDENTED = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private JsonText() {}

    /** The document as indented JSON, with a line break at the end. */
    public static String of(Report report) {
        return write(INDENTED, report);
    }

    /** The document as JSON in one line, with a line break at the end. */
    public static String line(Report report) {
        return write(LINE, report);
    }

    private static String write(ObjectWriter writer, Report report) {
        try {
            return writer.writeValueAsString(report.document()) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a report holds what cannot be written as JSON", e);
        }
    }
}
