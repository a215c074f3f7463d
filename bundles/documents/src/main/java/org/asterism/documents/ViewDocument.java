package org.asterism.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.ServiceEntry;

/** The two lists. */
public final class ViewDocument {

    private ViewDocument() {}

    /** Which view it is. */
    public static Map<String, Object> head(ClusterView view) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("epoch", view.epoch());
        document.put("revision", view.revision());
        document.put("warming", view.warming());
        return document;
    }

    public static List<Map<String, Object>> members(ClusterView view) {
        return view.members().stream().map(ViewDocument::member).toList();
    }

    public static List<Map<String, Object>> services(ClusterView view) {
        return view.services().stream().map(ViewDocument::service).toList();
    }

    public static Map<String, Object> member(Member member) {
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

    public static Map<String, Object> service(ServiceEntry service) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", service.id());
        document.put("interfaces", service.interfaces());
        document.put("member", service.member().value());
        document.put("scope", service.scope().label());
        document.put("properties", new TreeMap<>(service.properties()));
        return document;
    }
}
