package org.asterism.shell.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.asterism.dispatcher.MaintenanceNotice;
import org.asterism.documents.Ages;
import org.asterism.documents.MaintenanceDocument;

/**
 * What is under maintenance.
 *
 * @param instances what the dispatcher of each shows
 * @param silent instances whose dispatcher did not answer, with why
 */
public record MaintenanceListing(SortedMap<String, List<MaintenanceNotice>> instances, List<String> silent)
        implements Report {

    @Override
    public String text() {
        SortedMap<String, List<String>> shown = new TreeMap<>();
        SortedMap<String, MaintenanceNotice> newest = new TreeMap<>();
        instances.forEach((instance, notices) -> notices.stream()
                .filter(MaintenanceNotice::on)
                .forEach(notice -> {
                    shown.computeIfAbsent(notice.application(), any -> new ArrayList<>())
                            .add(instance);
                    newest.merge(notice.application(), notice, (a, b) -> a.version() > b.version() ? a : b);
                }));
        StringBuilder text = new StringBuilder();
        if (shown.isEmpty()) {
            text.append("No application is under maintenance.\n");
        } else {
            TextTable table = new TextTable("APPLICATION", "SINCE", "COME AGAIN", "PAGE", "SHOWN BY");
            newest.forEach((application, notice) -> table.row(
                    application,
                    Instant.ofEpochMilli(notice.version()),
                    Ages.text(notice.retryAfter()),
                    notice.page().isEmpty() ? "-" : notice.page().length() + (notice.html() ? " HTML" : " text"),
                    String.join(", ", shown.get(application))));
            text.append(table);
        }
        silent.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    @Override
    public Object document() {
        return MaintenanceDocument.of(instances);
    }
}
