package org.asterism.drill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asterism.drill.check.Violation;

/** A verdict for programs. */
final class VerdictJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private VerdictJson() {}

    static String of(Verdict verdict) {
        ObjectNode document = JSON.createObjectNode();
        document.put("drill", "locks");
        document.put("seed", verdict.seed());
        document.put("seconds", verdict.time().toSeconds());
        document.put("kept", verdict.isKept());
        ObjectNode faults = document.putObject("faults");
        verdict.faults().forEach((kind, count) -> faults.put(kind.word(), count));
        ObjectNode counts = document.putObject("counts");
        verdict.counts().forEach(counts::put);
        document.put("twoWriters", verdict.count(Violation.Kind.TWO_WRITERS));
        document.put("twoBelievers", verdict.count(Violation.Kind.TWO_BELIEVERS));
        ArrayNode violations = document.putArray("violations");
        verdict.violations().forEach(violation -> {
            ObjectNode node = violations.addObject();
            node.put("kind", violation.kind().name());
            node.put("text", violation.text());
            ArrayNode history = node.putArray("history");
            violation.history().forEach(history::add);
        });
        return document.toPrettyString();
    }
}
