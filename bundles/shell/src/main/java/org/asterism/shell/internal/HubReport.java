package org.asterism.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.HubStatus;
import org.asterism.cluster.MemberId;

/**
 * What this member knows of the hub, and what the hub says of itself.
 *
 * @param self this member
 * @param status what the hub says, if it answered
 * @param silence why it did not; empty if it did
 */
public record HubReport(MemberId self, ClusterView view, Optional<HubStatus> status, String silence) implements Report {

    @Override
    public String text() {
        TextTable table = new TextTable("AS SEEN BY", self.value());
        table.row("link", view.stale() ? "down" : "up");
        table.row("epoch", view.epoch());
        table.row("revision", view.revision());
        table.row("warming", view.warming());
        table.row("members", view.members().size());
        table.row("services", view.services().size());
        return table + "\n" + status.map(HubReport::text).orElseGet(() -> "The hub did not answer: " + silence + "\n");
    }

    private static String text(HubStatus status) {
        return new TextTable("AS THE HUB SAYS", "")
                .row("epoch", status.epoch())
                .row("revision", status.revision())
                .row("warming", status.warming())
                .row("uptime", status.uptime().toSeconds() + " s")
                .row("members", status.members())
                .row("services", status.services())
                .row("messages carried", status.messagesCarried())
                .row("messages refused", status.messagesRefused())
                .toString();
    }

    @Override
    public Object document() {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("self", self.value());
        seen.put("connected", !view.stale());
        seen.put("epoch", view.epoch());
        seen.put("revision", view.revision());
        seen.put("warming", view.warming());
        seen.put("members", view.members().size());
        seen.put("services", view.services().size());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("view", seen);
        document.put("hub", status.map(HubReport::document).orElse(null));
        return document;
    }

    private static Map<String, Object> document(HubStatus status) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("epoch", status.epoch());
        document.put("revision", status.revision());
        document.put("warming", status.warming());
        document.put("uptimeMillis", status.uptime().toMillis());
        document.put("members", status.members());
        document.put("services", status.services());
        document.put("messagesCarried", status.messagesCarried());
        document.put("messagesRefused", status.messagesRefused());
        return document;
    }
}
