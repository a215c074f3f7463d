package org.asterism.testing.cluster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterEvent.HubConnected;
import org.asterism.cluster.ClusterEvent.HubDisconnected;
import org.asterism.cluster.ClusterEvent.MemberChanged;
import org.asterism.cluster.ClusterEvent.MemberJoined;
import org.asterism.cluster.ClusterEvent.MemberLeft;
import org.asterism.cluster.ClusterEvent.MemberLost;
import org.asterism.cluster.ClusterEvent.ServiceAdded;
import org.asterism.cluster.ClusterEvent.ServiceChanged;
import org.asterism.cluster.ClusterEvent.ServiceRemoved;
import org.asterism.cluster.ClusterEvent.ViewSettled;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;

/** A view on the way to the next one. */
final class EditableView {

    private final Map<MemberId, Member> members = new TreeMap<>();
    private final Map<String, ServiceEntry> services = new TreeMap<>();
    private final long revision;
    private long epoch;
    private boolean warming;
    private boolean stale;

    EditableView(ClusterView view) {
        view.members().forEach(member -> members.put(member.id(), member));
        view.services().forEach(service -> services.put(service.id(), service));
        epoch = view.epoch();
        revision = view.revision();
        warming = view.warming();
        stale = view.stale();
    }

    void apply(ClusterEvent event) {
        if (event instanceof HubConnected connected) {
            epoch = connected.epoch();
            stale = false;
        } else if (event instanceof HubDisconnected) {
            stale = true;
        } else if (event instanceof ViewSettled) {
            warming = false;
        } else {
            applyToMembers(event);
            applyToServices(event);
        }
    }

    private void applyToMembers(ClusterEvent event) {
        if (event instanceof MemberJoined joined) {
            members.put(joined.member().id(), joined.member());
        } else if (event instanceof MemberChanged changed) {
            members.put(changed.after().id(), changed.after());
        } else if (event instanceof MemberLeft left) {
            members.remove(left.member().id());
        } else if (event instanceof MemberLost lost) {
            members.remove(lost.member().id());
        }
    }

    private void applyToServices(ClusterEvent event) {
        if (event instanceof ServiceAdded added) {
            services.put(added.service().id(), added.service());
        } else if (event instanceof ServiceChanged changed) {
            services.put(changed.after().id(), changed.after());
        } else if (event instanceof ServiceRemoved removed) {
            services.remove(removed.service().id());
        }
    }

    ClusterView toView() {
        return new ClusterView(
                epoch, revision, warming, stale, List.copyOf(members.values()), List.copyOf(services.values()));
    }
}
