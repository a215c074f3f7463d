package org.asterism.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.cluster.ClusterView;
import org.asterism.documents.ViewDocument;

/** Both lists, with which a watch begins; as a document it has the keys of the hub's event {@code view}. */
public record ViewReport(ClusterView view) implements Report {

    @Override
    public String text() {
        return Freshness.of(view) + MemberListing.table(view) + "\n" + ServiceListing.table(view) + "\n";
    }

    @Override
    public Object document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "view");
        document.putAll(ViewDocument.head(view));
        document.put("connected", !view.stale());
        document.put("members", ViewDocument.members(view));
        document.put("services", ViewDocument.services(view));
        return document;
    }
}
