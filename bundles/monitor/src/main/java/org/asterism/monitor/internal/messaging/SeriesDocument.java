package org.asterism.monitor.internal.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.asterism.metrics.Metric;
import org.asterism.monitor.internal.Series;

/** Numbers as JSON, on their way to another member. */
final class SeriesDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SeriesDocument() {}

    static byte[] of(List<Series> all) {
        ArrayNode json = JSON.createArrayNode();
        all.forEach(series -> add(json.addObject(), series));
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("numbers that cannot be written", e);
        }
    }

    private static void add(ObjectNode json, Series series) {
        json.put("name", series.metric().name());
        json.put("kind", series.metric().kind().name());
        json.put("help", series.metric().help());
        series.metric().labels().forEach(json.putArray("labels")::add);
        ArrayNode readings = json.putArray("readings");
        for (Series.Reading reading : series.readings()) {
            ObjectNode one = readings.addObject();
            reading.labels().forEach(one.putArray("labels")::add);
            one.put("value", reading.value());
        }
    }

    /** @throws IllegalArgumentException if it is something else */
    static List<Series> parse(byte[] document) {
        try {
            List<Series> all = new ArrayList<>();
            JSON.readTree(document).forEach(json -> all.add(series(json)));
            return all;
        } catch (IOException e) {
            throw new IllegalArgumentException("no numbers", e);
        }
    }

    private static Series series(JsonNode json) {
        Metric metric = new Metric(
                json.path("name").asText(),
                Metric.Kind.valueOf(json.path("kind").asText()),
                json.path("help").asText(),
                strings(json.path("labels")));
        List<Series.Reading> readings = new ArrayList<>();
        json.path("readings")
                .forEach(one -> readings.add(new Series.Reading(
                        strings(one.path("labels")), one.path("value").asDouble())));
        return new Series(metric, readings);
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }
}
