package org.asterism.testing.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterEvent.MemberChanged;
import org.asterism.cluster.ClusterEvent.MemberJoined;
import org.asterism.cluster.ClusterEvent.MemberLost;
import org.asterism.cluster.ClusterEvent.ServiceAdded;
import org.asterism.cluster.ClusterEvent.ServiceChanged;
import org.asterism.cluster.ClusterEvent.ServiceRemoved;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.ServiceEntry;

/** Which events lead from the lists of one view to those of another: first what went, then what came. */
final class ViewDifference {

    private ViewDifference() {}

    static List<ClusterEvent> between(ClusterView from, ClusterView to) {
        List<ClusterEvent> events = new ArrayList<>();
        from.services().stream()
                .filter(service -> to.service(service.id()).isEmpty())
                .forEach(service -> events.add(new ServiceRemoved(service)));
        from.members().stream()
                .filter(member ->
                        to.member(member.id()).filter(member::sameIncarnation).isEmpty())
                .forEach(member -> events.add(new MemberLost(member, "it was gone when the link came back")));
        to.members().forEach(member -> member(from, member).ifPresent(events::add));
        to.services().forEach(service -> service(from, service).ifPresent(events::add));
        return events;
    }

    private static Optional<ClusterEvent> member(ClusterView from, Member now) {
        Optional<Member> before = from.member(now.id()).filter(now::sameIncarnation);
        if (before.isEmpty()) {
            return Optional.of(new MemberJoined(now));
        }
        return before.filter(member -> !member.equals(now)).map(member -> new MemberChanged(member, now));
    }

    private static Optional<ClusterEvent> service(ClusterView from, ServiceEntry now) {
        Optional<ServiceEntry> before = from.service(now.id());
        if (before.isEmpty()) {
            return Optional.of(new ServiceAdded(now));
        }
        return before.filter(service -> !service.equals(now)).map(service -> new ServiceChanged(service, now));
    }
}
