package org.asterism.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.cluster.ClusterEvent;

/** What an event says, with the keys of the hub's server-sent events. */
final class EventDocument {

    private EventDocument() {}

    static Map<String, Object> of(ClusterEvent event) {
        if (event instanceof ClusterEvent.MemberJoined joined) {
            return Map.of("member", MemberListing.document(joined.member()));
        } else if (event instanceof ClusterEvent.MemberChanged changed) {
            return ordered(
                    "before",
                    MemberListing.document(changed.before()),
                    "member",
                    MemberListing.document(changed.after()));
        } else if (event instanceof ClusterEvent.MemberLeft left) {
            return Map.of("member", MemberListing.document(left.member()));
        } else if (event instanceof ClusterEvent.MemberLost lost) {
            return ordered("cause", lost.cause(), "member", MemberListing.document(lost.member()));
        } else if (event instanceof ClusterEvent.MemberDied died) {
            return ordered("id", died.member().value(), "incarnation", died.incarnation(), "cause", died.cause());
        } else if (event instanceof ClusterEvent.ServiceAdded added) {
            return Map.of("service", ServiceListing.document(added.service()));
        } else if (event instanceof ClusterEvent.ServiceChanged changed) {
            return ordered(
                    "before",
                    ServiceListing.document(changed.before()),
                    "service",
                    ServiceListing.document(changed.after()));
        } else if (event instanceof ClusterEvent.ServiceRemoved removed) {
            return Map.of("service", ServiceListing.document(removed.service()));
        } else if (event instanceof ClusterEvent.ViewSettled settled) {
            return Map.of("complete", settled.complete());
        } else if (event instanceof ClusterEvent.HubDisconnected disconnected) {
            return Map.of("cause", disconnected.cause());
        }
        return Map.of();
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> document = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            document.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return document;
    }
}
