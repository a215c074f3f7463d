package org.asterism.shell.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.ServiceEntry;

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
        return view.services().stream().map(ServiceListing::document).toList();
    }

    static Map<String, Object> document(ServiceEntry service) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", service.id());
        document.put("interfaces", service.interfaces());
        document.put("member", service.member().value());
        document.put("scope", service.scope().label());
        document.put("properties", new TreeMap<>(service.properties()));
        return document;
    }
}
