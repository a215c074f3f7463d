package org.asterism.protocol.member;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;
import org.asterism.protocol.Life;

/**
 * Both lists on the way from one view to the next. Each step that makes a difference is noted with the views around it; a
 * step begins in the view in which the step before it ended. A step costs O(log n).
 */
final class MirroredLists {

    private final Map<MemberId, Set<String>> offers = new HashMap<>();
    private final Set<MemberId> awaited = ConcurrentHashMap.newKeySet();
    private final Set<String> awaitedServices = new TreeSet<>();
    private final List<ViewChange> changes = new ArrayList<>();
    private ClusterView view = ClusterView.UNKNOWN;
    private ClusterView told = ClusterView.UNKNOWN;

    ClusterView view() {
        return view;
    }

    /** Who is in the view because a warming hub does not know yet whether they live. */
    Set<MemberId> awaited() {
        return awaited;
    }

    /** Services of the hub itself that are in the view because a warming hub may still offer them, as the one before did. */
    Set<String> awaitedServices() {
        return awaitedServices;
    }

    /** The next view has the same lists and this head. */
    void head(long epoch, long revision, boolean warming, boolean stale) {
        view = view.with(epoch, revision, warming, stale);
    }

    /** Notes what has happened. */
    void emit(ClusterEvent event) {
        changes.add(new ViewChange(event, told, view));
        told = view;
    }

    /** All steps since the last call. */
    List<ViewChange> drain() {
        List<ViewChange> drained = List.copyOf(changes);
        changes.clear();
        return drained;
    }

    /** The member is here with exactly these services. */
    void joined(Member member, List<ServiceEntry> services) {
        joined(member);
        Set<String> present = new HashSet<>();
        services.forEach(service -> present.add(service.id()));
        servicesOf(member.id()).stream().filter(id -> !present.contains(id)).forEach(this::withdrawn);
        services.forEach(this::offered);
    }

    /** The member is here as described. */
    void joined(Member member) {
        view.member(member.id())
                .filter(before -> !before.sameIncarnation(member))
                .ifPresent(before -> lost(before, "replaced by a new incarnation"));
        awaited.remove(member.id());
        Member before = view.member(member.id()).orElse(null);
        if (member.equals(before)) {
            return;
        }
        view = view.with(member);
        emit(before == null ? new ClusterEvent.MemberJoined(member) : new ClusterEvent.MemberChanged(before, member));
    }

    /** This life is over; no other life of the member is meant. */
    void gone(Life life, Function<Member, ClusterEvent> event) {
        view.member(life.id())
                .filter(member -> member.incarnation().equals(life.incarnation()))
                .ifPresent(member -> remove(member, event.apply(member)));
    }

    void lost(Member member, String cause) {
        remove(member, new ClusterEvent.MemberLost(member, cause));
    }

    private void remove(Member member, ClusterEvent event) {
        servicesOf(member.id()).forEach(this::withdrawn);
        awaited.remove(member.id());
        view = view.without(member.id());
        emit(event);
    }

    void offered(ServiceEntry service) {
        awaitedServices.remove(service.id());
        ServiceEntry before = view.service(service.id()).orElse(null);
        if (service.equals(before)) {
            return;
        }
        boolean sameOffer = before != null
                && before.member().equals(service.member())
                && before.interfaces().equals(service.interfaces());
        if (!sameOffer) {
            withdrawn(service.id());
        }
        offers.computeIfAbsent(service.member(), owner -> new TreeSet<>()).add(service.id());
        view = view.with(service);
        emit(sameOffer ? new ClusterEvent.ServiceChanged(before, service) : new ClusterEvent.ServiceAdded(service));
    }

    void withdrawn(String id) {
        awaitedServices.remove(id);
        view.service(id).ifPresent(service -> {
            offers.computeIfPresent(service.member(), (owner, ids) -> ids.remove(id) && ids.isEmpty() ? null : ids);
            view = view.withoutService(id);
            emit(new ClusterEvent.ServiceRemoved(service));
        });
    }

    private List<String> servicesOf(MemberId owner) {
        return List.copyOf(offers.getOrDefault(owner, Set.of()));
    }
}
