package org.asterism.hub.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.ClientStatus;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.HubStatus;
import org.asterism.cluster.Member;
import org.asterism.documents.HubDocument;
import org.asterism.documents.ViewDocument;

/** Both lists and the hub as documents of JSON. Keys are added, never renamed. */
final class ClusterJson {

    private ClusterJson() {}

    /** The lists, and what the hub knows of itself and of the connections of those members who have one. */
    static Map<String, Object> of(ClusterView view, HubStatus status, Condition condition, Connections connections) {
        Map<String, Object> json = ViewDocument.head(view);
        json.put("hub", hub(status, condition));
        json.put(
                "members",
                view.members().stream()
                        .map(member -> connected(member, connections.of(member)))
                        .toList());
        json.put("services", ViewDocument.services(view));
        return json;
    }

    /** The lists alone. */
    static Map<String, Object> of(ClusterView view) {
        Map<String, Object> json = ViewDocument.head(view);
        json.put("members", ViewDocument.members(view));
        json.put("services", ViewDocument.services(view));
        return json;
    }

    private static Map<String, Object> connected(Member member, Optional<ClientStatus> connection) {
        Map<String, Object> json = ViewDocument.member(member);
        json.put("connection", connection.map(HubDocument::connection).orElse(null));
        return json;
    }

    private static Map<String, Object> hub(HubStatus status, Condition condition) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("role", "active");
        json.put("problem", condition.problem().orElse(null));
        json.putAll(HubDocument.status(status));
        json.put("listeners", condition.listeners());
        json.put("listenersCut", condition.listenersCut());
        return json;
    }
}
