package org.asterism.shell.internal;

import java.util.Comparator;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.ServiceEntry;
import org.asterism.documents.ViewDocument;

/** The service list. */
public record ServiceListing(ClusterView view) implements Report {

    @Override
    public String text() {
        return Freshness.of(view) + table(view);
    }

    /** Sorted by who offers them. */
    static TextTable table(ClusterView view) {
        TextTable table = new TextTable("MEMBER", "INTERFACES", "SCOPE", "ID");
        view.services().stream()
                .sorted(Comparator.comparing(ServiceEntry::member).thenComparing(ServiceEntry::id))
                .forEach(service -> table.row(
                        service.member(),
                        Names.simple(service.interfaces()),
                        service.scope().label(),
                        service.id()));
        return table;
    }

    @Override
    public Object document() {
        return ViewDocument.services(view);
    }
}
