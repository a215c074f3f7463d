package org.asterism.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MemberId;

/**
 * What this member knows of the hub, and what the hub says of itself.
 *
 * @param self this member
 * @param answer what the hub says, if it answered
 * @param silence why it did not; empty if it did
 */
public record HubReport(MemberId self, ClusterView view, Optional<HubAnswer> answer, String silence) implements Report {

    @Override
    public String text() {
        TextTable table = new TextTable("AS SEEN BY", self.value());
        table.row("link", view.stale() ? "down" : "up");
        table.row("epoch", view.epoch());
        table.row("revision", view.revision());
        table.row("warming", view.warming());
        table.row("members", view.members().size());
        table.row("services", view.services().size());
        return table + "\n" + answer.map(HubAnswer::text).orElseGet(this::absence);
    }

    private String absence() {
        return (view.stale() ? "The hub is away: " : "The hub did not answer: ") + silence + "\n";
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
        document.put("hub", answer.map(HubAnswer::statusDocument).orElse(null));
        document.put("connections", answer.map(HubAnswer::connectionsDocument).orElse(null));
        document.put("silence", answer.isPresent() ? null : silence);
        return document;
    }
}
