package org.asterism.hub.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.ServiceEntry;

/** Both lists as JSON. */
final class ClusterJson {

    private final ObjectMapper mapper = new ObjectMapper();

    String write(ClusterView view) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("epoch", view.epoch());
        json.put("revision", view.revision());
        json.put("warming", view.warming());
        json.put("members", view.members().stream().map(ClusterJson::member).toList());
        json.put("services", view.services().stream().map(ClusterJson::service).toList());
        try {
            return mapper.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> member(Member member) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", member.id().value());
        json.put("kind", member.kind().label());
        json.put("instance", member.instance().orElse(null));
        json.put("incarnation", member.incarnation());
        json.put("state", member.state().name());
        json.put("host", member.host());
        json.put("pid", member.pid());
        json.put("version", member.version());
        json.put("labels", member.labels());
        json.put("since", member.since().toString());
        return json;
    }

    private static Map<String, Object> service(ServiceEntry service) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", service.id());
        json.put("interfaces", service.interfaces());
        json.put("member", service.member().value());
        json.put("properties", service.properties());
        return json;
    }
}
