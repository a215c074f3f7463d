package org.asterism.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.cluster.ClusterView;

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
        document.put("epoch", view.epoch());
        document.put("revision", view.revision());
        document.put("warming", view.warming());
        document.put("connected", !view.stale());
        document.put("members", new MemberListing(view).document());
        document.put("services", new ServiceListing(view).document());
        return document;
    }
}
