package org.asterism.shell.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.ServiceEntry;
import org.asterism.documents.EventDocument;
import org.asterism.documents.ViewDocument;

/**
 * One change of the cluster as this member heard of it: one line, or one document.
 *
 * @param at when, by the clock of this member
 */
public record Change(Instant at, ClusterEvent event, ClusterView before, ClusterView after) implements Report {

    private static final String LINE = "%-24s  %-14s  %-16s  %-8s  %s";

    @Override
    public String text() {
        String revision = after.epoch() + "-" + after.revision();
        String type = EventDocument.type(event).replace('-', ' ');
        return LINE.formatted(at.truncatedTo(ChronoUnit.MILLIS), revision, type, subject(event), detail(event))
                        .stripTrailing()
                + "\n";
    }

    private static String subject(ClusterEvent event) {
        if (event instanceof ClusterEvent.MemberJoined joined) {
            return joined.member().id().value();
        } else if (event instanceof ClusterEvent.MemberChanged changed) {
            return changed.after().id().value();
        } else if (event instanceof ClusterEvent.MemberLeft left) {
            return left.member().id().value();
        } else if (event instanceof ClusterEvent.MemberLost lost) {
            return lost.member().id().value();
        } else if (event instanceof ClusterEvent.MemberDied died) {
            return died.member().value();
        } else if (event instanceof ClusterEvent.ServiceAdded added) {
            return added.service().member().value();
        } else if (event instanceof ClusterEvent.ServiceChanged changed) {
            return changed.after().member().value();
        } else if (event instanceof ClusterEvent.ServiceRemoved removed) {
            return removed.service().member().value();
        }
        return "hub";
    }

    private String detail(ClusterEvent event) {
        if (event instanceof ClusterEvent.MemberJoined joined) {
            Member member = joined.member();
            return member.kind().label() + " " + member.state() + ", process " + member.pid() + " on " + member.host();
        } else if (event instanceof ClusterEvent.MemberChanged changed) {
            return Difference.of(changed.before(), changed.after());
        } else if (event instanceof ClusterEvent.MemberLeft) {
            return "it said good-bye";
        } else if (event instanceof ClusterEvent.MemberLost lost) {
            return lost.cause();
        } else if (event instanceof ClusterEvent.MemberDied died) {
            return died.cause();
        } else if (event instanceof ClusterEvent.ServiceAdded added) {
            return name(added.service());
        } else if (event instanceof ClusterEvent.ServiceChanged changed) {
            return name(changed.after()) + " " + Difference.of(changed.before(), changed.after());
        } else if (event instanceof ClusterEvent.ServiceRemoved removed) {
            return name(removed.service());
        } else if (event instanceof ClusterEvent.ViewSettled settled) {
            return settled.complete() ? "everyone is back" : "the grace time is over";
        } else if (event instanceof ClusterEvent.HubDisconnected disconnected) {
            return disconnected.cause();
        }
        return after.epoch() == before.epoch() ? "the same hub" : "a new life of the hub, epoch " + after.epoch();
    }

    private static String name(ServiceEntry service) {
        return Names.simple(service.interfaces()) + " (" + service.id() + ")";
    }

    @Override
    public Object document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", EventDocument.type(event));
        document.put("at", at.toString());
        document.putAll(ViewDocument.head(after));
        document.put("connected", !after.stale());
        document.putAll(EventDocument.of(event));
        return document;
    }
}
