package org.asterism.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;

/** The client list. */
public record MemberListing(ClusterView view) implements Report {

    @Override
    public String text() {
        return Freshness.of(view) + table(view);
    }

    static TextTable table(ClusterView view) {
        TextTable table = new TextTable("ID", "KIND", "STATE", "HOST", "PID", "SINCE", "VERSION", "LABELS");
        for (Member member : view.members()) {
            table.row(
                    member.id(),
                    member.kind().label(),
                    member.state(),
                    member.host(),
                    member.pid(),
                    member.since(),
                    member.version(),
                    Names.labels(member.labels()));
        }
        return table;
    }

    @Override
    public Object document() {
        return view.members().stream().map(MemberListing::document).toList();
    }

    static Map<String, Object> document(Member member) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", member.id().value());
        document.put("kind", member.kind().label());
        document.put("instance", member.instance().orElse(null));
        document.put("incarnation", member.incarnation());
        document.put("state", member.state().name());
        document.put("host", member.host());
        document.put("pid", member.pid());
        document.put("version", member.version());
        document.put("labels", new TreeMap<>(member.labels()));
        document.put("since", member.since().toString());
        return document;
    }
}
