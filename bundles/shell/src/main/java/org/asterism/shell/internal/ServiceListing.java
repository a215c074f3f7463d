package org.asterism.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.ServiceEntry;

/** The service list. */
public record ServiceListing(ClusterView view) implements Report {

    @Override
    public String text() {
        TextTable table = new TextTable("MEMBER", "INTERFACES", "ID");
        for (ServiceEntry service : view.services()) {
            String interfaces = service.interfaces().stream()
                    .map(ServiceListing::simpleName)
                    .collect(Collectors.joining(" "));
            table.row(service.member(), interfaces, service.id());
        }
        return Freshness.of(view) + table;
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    @Override
    public Object document() {
        return view.services().stream().map(ServiceListing::document).toList();
    }

    private static Map<String, Object> document(ServiceEntry service) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", service.id());
        document.put("interfaces", service.interfaces());
        document.put("member", service.member().value());
        document.put("properties", service.properties());
        return document;
    }
}
