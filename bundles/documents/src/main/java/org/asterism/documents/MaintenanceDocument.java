package org.asterism.documents;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.asterism.dispatcher.MaintenanceNotice;

/** What is under maintenance. */
public final class MaintenanceDocument {

    private MaintenanceDocument() {}

    /** @param instances what the dispatcher of each shows */
    public static Map<String, Object> of(SortedMap<String, List<MaintenanceNotice>> instances) {
        Map<String, Object> document = new LinkedHashMap<>();
        Map<String, Object> byInstance = new LinkedHashMap<>();
        instances.forEach((instance, notices) -> byInstance.put(
                instance,
                notices.stream()
                        .filter(MaintenanceNotice::on)
                        .map(MaintenanceDocument::notice)
                        .toList()));
        document.put("instances", byInstance);
        return document;
    }

    private static Map<String, Object> notice(MaintenanceNotice notice) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("application", notice.application());
        document.put("since", Instant.ofEpochMilli(notice.version()).toString());
        document.put("retryAfterMillis", notice.retryAfter().toMillis());
        document.put("html", notice.html());
        document.put("pageLength", notice.page().length());
        return document;
    }
}
