package org.asterism.hub.internal.http;

import java.util.Map;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.ServiceEntry;

/** Changes as server-sent events. Keys are added, never renamed. */
final class EventJson {

    private EventJson() {}

    /** The whole view, with which every stream begins. */
    static ServerSentEvent of(ClusterView view) {
        return event("view", view, ClusterJson.of(view));
    }

    /** @param after the view in which it has happened */
    static ServerSentEvent of(ClusterEvent event, ClusterView after) {
        Map<String, Object> json = ClusterJson.head(after);
        if (event instanceof ClusterEvent.MemberJoined joined) {
            return member("member-joined", after, json, joined.member());
        } else if (event instanceof ClusterEvent.MemberChanged changed) {
            json.put("before", ClusterJson.member(changed.before()));
            return member("member-changed", after, json, changed.after());
        } else if (event instanceof ClusterEvent.MemberLeft left) {
            return member("member-left", after, json, left.member());
        } else if (event instanceof ClusterEvent.MemberLost lost) {
            json.put("cause", lost.cause());
            return member("member-lost", after, json, lost.member());
        } else if (event instanceof ClusterEvent.MemberDied died) {
            json.put("id", died.member().value());
            json.put("incarnation", died.incarnation());
            json.put("cause", died.cause());
            return event("member-died", after, json);
        } else if (event instanceof ClusterEvent.ServiceAdded added) {
            return service("service-added", after, json, added.service());
        } else if (event instanceof ClusterEvent.ServiceChanged changed) {
            json.put("before", ClusterJson.service(changed.before()));
            return service("service-changed", after, json, changed.after());
        } else if (event instanceof ClusterEvent.ServiceRemoved removed) {
            return service("service-removed", after, json, removed.service());
        } else if (event instanceof ClusterEvent.ViewSettled settled) {
            json.put("complete", settled.complete());
            return event("view-settled", after, json);
        } else if (event instanceof ClusterEvent.HubDisconnected disconnected) {
            json.put("cause", disconnected.cause());
            return event("hub-disconnected", after, json);
        }
        return event("hub-connected", after, json);
    }

    private static ServerSentEvent member(String type, ClusterView view, Map<String, Object> json, Member member) {
        json.put("member", ClusterJson.member(member));
        return event(type, view, json);
    }

    private static ServerSentEvent service(
            String type, ClusterView view, Map<String, Object> json, ServiceEntry service) {
        json.put("service", ClusterJson.service(service));
        return event(type, view, json);
    }

    private static ServerSentEvent event(String type, ClusterView view, Map<String, Object> json) {
        return new ServerSentEvent(view.epoch() + "-" + view.revision(), type, Json.write(json));
    }
}
