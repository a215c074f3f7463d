package org.asterism.hub.internal;

import java.util.ArrayList;
import java.util.List;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.Life;

/** The lists of one life of the hub at each revision, from nothing but the events it announced. */
final class ListOracle {

    private final List<ClusterView> byRevision = new ArrayList<>(List.of(ClusterView.UNKNOWN));

    /** @throws AssertionError if a revision is left out or told twice */
    void add(HubEvent event) {
        if (event.revision() != byRevision.size()) {
            throw new AssertionError("after revision " + (byRevision.size() - 1) + " comes " + event);
        }
        ClusterView before = byRevision.get(byRevision.size() - 1);
        byRevision.add(after(before, event).with(event.epoch(), event.revision(), false, false));
    }

    ClusterView at(long revision) {
        return byRevision.get((int) revision);
    }

    private static ClusterView after(ClusterView view, HubEvent event) {
        if (event instanceof HubEvent.MemberJoined joined) {
            ClusterView after = withoutServices(view, joined.member().id()).with(joined.member());
            for (ServiceEntry service : joined.services()) {
                after = after.with(service);
            }
            return after;
        } else if (event instanceof HubEvent.MemberChanged changed) {
            return view.with(changed.member());
        } else if (event instanceof HubEvent.MemberLeft left) {
            return gone(view, left.life());
        } else if (event instanceof HubEvent.MemberLost lost) {
            return gone(view, lost.life());
        } else if (event instanceof HubEvent.ServiceAdded added) {
            return view.with(added.service());
        } else if (event instanceof HubEvent.ServiceChanged changed) {
            return view.with(changed.service());
        } else if (event instanceof HubEvent.ServiceRemoved removed) {
            return view.withoutService(removed.id());
        }
        return view;
    }

    private static ClusterView gone(ClusterView view, Life life) {
        return view.member(life.id())
                .filter(member -> Life.of(member).equals(life))
                .map(member -> withoutServices(view, life.id()).without(life.id()))
                .orElse(view);
    }

    private static ClusterView withoutServices(ClusterView view, MemberId owner) {
        ClusterView after = view;
        for (ServiceEntry service : view.services()) {
            if (service.member().equals(owner)) {
                after = after.withoutService(service.id());
            }
        }
        return after;
    }
}
