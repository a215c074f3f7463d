package org.asterism.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A report for programs. */
public final class ReportJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double THOUSAND = 1_000.0;

    private ReportJson() {}

    /** The document; what was not measured is left out. */
    public static String of(Report report) {
        ObjectNode document = JSON.createObjectNode();
        document.put("benchmark", report.benchmark());
        document.put("machine", report.machine());
        document.put("parties", report.parties());
        ArrayNode rows = document.putArray("rows");
        report.rows().forEach(row -> add(rows.addObject(), row));
        ArrayNode targets = document.putArray("targets");
        report.targets().forEach(target -> add(targets.addObject(), target));
        return document.toPrettyString();
    }

    private static void add(ObjectNode node, Row row) {
        node.put("name", row.name());
        node.put("parties", row.parties());
        row.perSecond().ifPresent(value -> node.put("perSecond", Math.round(value)));
        row.ratio().ifPresent(value -> node.put("ratio", rounded(value)));
        row.processorSeconds().ifPresent(value -> node.put("processorSeconds", rounded(value)));
        row.latency().ifPresent(latency -> {
            node.put("p50Micros", rounded(latency.p50Micros()));
            node.put("p99Micros", rounded(latency.p99Micros()));
            node.put("maxMicros", rounded(latency.maxMicros()));
        });
    }

    private static void add(ObjectNode node, Target target) {
        node.put("name", target.name());
        node.put("measured", rounded(target.measured()));
        node.put("bound", target.bound().name());
        node.put("value", target.value());
        node.put("met", target.met());
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
