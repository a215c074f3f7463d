package org.asterism.shell.internal;

import java.util.List;
import org.asterism.documents.HealthDocument;
import org.asterism.health.CheckResult;
import org.asterism.health.HealthReport;

/** How containers are: one line for each, and one for each thing that is wrong. */
public record HealthListing(List<HealthReport> reports) implements Report {

    @Override
    public String text() {
        TextTable table = new TextTable("MEMBER", "LIVE", "READY", "ALARMS", "WRONG");
        for (HealthReport report : reports) {
            List<CheckResult> wrong =
                    report.checks().stream().filter(check -> !check.ok()).toList();
            table.row(
                    report.member(),
                    yes(report.live()),
                    yes(report.ready()),
                    report.alarms().size(),
                    wrong.isEmpty() ? "-" : text(wrong.get(0)));
            wrong.stream().skip(1).forEach(check -> table.row("", "", "", "", text(check)));
        }
        return table.toString();
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }

    private static String text(CheckResult check) {
        return check.name() + ": " + check.text();
    }

    @Override
    public Object document() {
        return reports.stream().map(HealthDocument::of).toList();
    }
}
