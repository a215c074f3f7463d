package org.asterism.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.alarm.Alarm;
import org.asterism.alarm.AlarmKind;
import org.asterism.cluster.MemberId;
import org.asterism.health.CheckResult;
import org.asterism.health.HealthReport;

/** How containers are, and their alarms. Keys are added, never renamed. */
public final class HealthDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HealthDocument() {}

    /** One container. */
    public static Map<String, Object> of(HealthReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("member", report.member().value());
        json.put("live", report.live());
        json.put("ready", report.ready());
        json.put("checks", report.checks().stream().map(HealthDocument::check).toList());
        json.put("alarms", alarms(report.alarms()));
        return json;
    }

    /** One container as far as one of {@code live} and {@code ready} is concerned: what is wrong comes first. */
    public static Map<String, Object> of(HealthReport report, String tag) {
        Map<String, Object> json = new LinkedHashMap<>();
        List<CheckResult> wrong = new ArrayList<>(report.failed(HealthReport.LIVE));
        report.failed(tag).stream().filter(check -> !wrong.contains(check)).forEach(wrong::add);
        json.put("member", report.member().value());
        json.put("ok", wrong.isEmpty());
        json.put("wrong", wrong.stream().map(HealthDocument::check).toList());
        json.put(
                "checks",
                report.checks().stream()
                        .filter(check -> check.tags().contains(tag))
                        .map(HealthDocument::check)
                        .toList());
        return json;
    }

    /** A list of alarms. */
    public static List<Map<String, Object>> alarms(List<Alarm> alarms) {
        return alarms.stream().map(HealthDocument::alarm).toList();
    }

    private static Map<String, Object> check(CheckResult check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", check.name());
        json.put("ok", check.ok());
        json.put("text", check.text());
        json.put("tags", check.tags());
        return json;
    }

    private static Map<String, Object> alarm(Alarm alarm) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", alarm.kind().name());
        json.put("severity", alarm.kind().severity().name());
        json.put("subject", alarm.subject());
        json.put("text", alarm.text());
        json.put("since", alarm.since().toString());
        json.put("action", alarm.kind().action());
        return json;
    }

    /**
     * Reads what {@link #of(HealthReport)} has made.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static HealthReport parse(byte[] document) {
        try {
            JsonNode json = JSON.readTree(document);
            List<CheckResult> checks = new ArrayList<>();
            json.path("checks").forEach(check -> checks.add(parseCheck(check)));
            List<Alarm> alarms = new ArrayList<>();
            json.path("alarms").forEach(alarm -> alarms.add(parseAlarm(alarm)));
            return new HealthReport(new MemberId(json.path("member").asText()), checks, alarms);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a report of health", e);
        }
    }

    private static CheckResult parseCheck(JsonNode json) {
        List<String> tags = new ArrayList<>();
        json.path("tags").forEach(tag -> tags.add(tag.asText()));
        return new CheckResult(
                json.path("name").asText(),
                tags,
                json.path("ok").asBoolean(),
                json.path("text").asText());
    }

    private static Alarm parseAlarm(JsonNode json) {
        AlarmKind kind = new AlarmKind(
                json.path("name").asText(),
                AlarmKind.Severity.valueOf(json.path("severity").asText()),
                json.path("action").asText());
        return new Alarm(
                kind,
                json.path("subject").asText(),
                json.path("text").asText(),
                Instant.parse(json.path("since").asText()));
    }
}
