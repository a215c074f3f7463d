package org.asterism.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.alarm.Alarm;
import org.asterism.documents.HealthDocument;
import org.asterism.health.HealthReport;

/** What is wrong with containers, since when, and what to do. */
public record AlarmListing(List<HealthReport> reports) implements Report {

    @Override
    public String text() {
        if (reports.stream().allMatch(report -> report.alarms().isEmpty())) {
            return "there is no alarm\n";
        }
        TextTable table = new TextTable("MEMBER", "SEVERITY", "ALARM", "SUBJECT", "SINCE", "TEXT");
        StringBuilder actions = new StringBuilder();
        for (HealthReport report : reports) {
            for (Alarm alarm : report.alarms()) {
                table.row(
                        report.member(),
                        alarm.kind().severity(),
                        alarm.kind().name(),
                        alarm.subject(),
                        alarm.since(),
                        alarm.text());
                String action = alarm.kind().name() + ": " + alarm.kind().action() + "\n";
                if (actions.indexOf(action) < 0) {
                    actions.append(action);
                }
            }
        }
        return table + "\n" + actions;
    }

    @Override
    public Object document() {
        return reports.stream().map(AlarmListing::document).toList();
    }

    private static Map<String, Object> document(HealthReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("member", report.member().value());
        json.put("alarms", HealthDocument.alarms(report.alarms()));
        return json;
    }
}
