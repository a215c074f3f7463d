package org.asterism.documents;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.asterism.cluster.ClusterEvent;

/** What an event says. */
public final class EventDocument {

    private EventDocument() {}

    /** {@code member-lost} and the like. */
    public static String type(ClusterEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Without its type and the view in which it has happened. */
    public static Map<String, Object> of(ClusterEvent event) {
        if (event instanceof ClusterEvent.MemberJoined joined) {
            return Map.of("member", ViewDocument.member(joined.member()));
        } else if (event instanceof ClusterEvent.MemberChanged changed) {
            return ordered(
                    "before", ViewDocument.member(changed.before()), "member", ViewDocument.member(changed.after()));
        } else if (event instanceof ClusterEvent.MemberLeft left) {
            return Map.of("member", ViewDocument.member(left.member()));
        } else if (event instanceof ClusterEvent.MemberLost lost) {
            return ordered("cause", lost.cause(), "member", ViewDocument.member(lost.member()));
        } else if (event instanceof ClusterEvent.MemberDied died) {
            return ordered("id", died.member().value(), "incarnation", died.incarnation(), "cause", died.cause());
        } else if (event instanceof ClusterEvent.ServiceAdded added) {
            return Map.of("service", ViewDocument.service(added.service()));
        } else if (event instanceof ClusterEvent.ServiceChanged changed) {
            return ordered(
                    "before", ViewDocument.service(changed.before()), "service", ViewDocument.service(changed.after()));
        } else if (event instanceof ClusterEvent.ServiceRemoved removed) {
            return Map.of("service", ViewDocument.service(removed.service()));
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
