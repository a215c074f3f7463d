package org.asterism.hub.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.asterism.cluster.ClientStatus;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.HubStatus;
import org.asterism.cluster.Member;
import org.asterism.cluster.ServiceEntry;

/** Both lists and the hub as documents of JSON. Keys are added, never renamed. */
final class ClusterJson {

    private ClusterJson() {}

    /** The lists, and what the hub knows of itself and of the connections of those members who have one. */
    static Map<String, Object> of(ClusterView view, HubStatus status, Connections connections) {
        Map<String, Object> json = head(view);
        json.put("hub", hub(status));
        json.put(
                "members",
                view.members().stream()
                        .map(member -> connected(member, connections.of(member)))
                        .toList());
        json.put("services", view.services().stream().map(ClusterJson::service).toList());
        return json;
    }

    /** The lists alone. */
    static Map<String, Object> of(ClusterView view) {
        Map<String, Object> json = head(view);
        json.put("members", view.members().stream().map(ClusterJson::member).toList());
        json.put("services", view.services().stream().map(ClusterJson::service).toList());
        return json;
    }

    /** Which view it is. */
    static Map<String, Object> head(ClusterView view) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("epoch", view.epoch());
        json.put("revision", view.revision());
        json.put("warming", view.warming());
        return json;
    }

    static Map<String, Object> member(Member member) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", member.id().value());
        json.put("kind", member.kind().label());
        json.put("instance", member.instance().orElse(null));
        json.put("incarnation", member.incarnation());
        json.put("state", member.state().name());
        json.put("host", member.host());
        json.put("pid", member.pid());
        json.put("version", member.version());
        json.put("labels", new TreeMap<>(member.labels()));
        json.put("since", member.since().toString());
        return json;
    }

    static Map<String, Object> service(ServiceEntry service) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", service.id());
        json.put("interfaces", service.interfaces());
        json.put("member", service.member().value());
        json.put("scope", service.scope().label());
        json.put("properties", new TreeMap<>(service.properties()));
        return json;
    }

    private static Map<String, Object> connected(Member member, Optional<ClientStatus> connection) {
        Map<String, Object> json = member(member);
        json.put("connection", connection.map(ClusterJson::connection).orElse(null));
        return json;
    }

    private static Map<String, Object> connection(ClientStatus client) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("address", client.address());
        json.put("lastHeardMillis", client.lastHeard().toMillis());
        json.put("framesReceived", client.framesReceived());
        json.put("framesSent", client.framesSent());
        json.put("bytesWaiting", client.bytesWaiting());
        json.put("slow", client.slow());
        return json;
    }

    private static Map<String, Object> hub(HubStatus status) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("role", "active");
        json.put("uptimeMillis", status.uptime().toMillis());
        json.put("members", status.members());
        json.put("services", status.services());
        json.put("messagesCarried", status.messagesCarried());
        json.put("messagesRefused", status.messagesRefused());
        json.put("bytesWaiting", status.bytesWaiting());
        json.put("slowConsumers", status.slowConsumers());
        json.put("slowConsumersCut", status.slowConsumersCut());
        return json;
    }
}
