package org.asterism.shell.internal;

import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.documents.ViewDocument;

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
        return ViewDocument.members(view);
    }
}
