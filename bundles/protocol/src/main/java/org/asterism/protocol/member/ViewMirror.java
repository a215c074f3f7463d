package org.asterism.protocol.member;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterEvent.ViewSettled;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.Life;
import org.asterism.protocol.Snapshot;

/**
 * The lists of the hub as one member knows them. Deterministic, not thread-safe.
 *
 * <ol>
 *   <li>A member of the former view that a warming hub does not know yet stays in the view and is awaited.
 *   <li>It is lost when the hub says so, or when the hub no longer waits and it is still not back.
 *   <li>Coming back in the same incarnation is no event; in another one, the former is lost first.
 *   <li>An event whose revision is not the next one is not applied: it is old, or there is a gap.
 * </ol>
 */
public final class ViewMirror {

    private final TreeMap<MemberId, Member> members = new TreeMap<>();
    private final TreeMap<String, ServiceEntry> services = new TreeMap<>();
    private final Set<MemberId> awaited = new HashSet<>();
    private final List<ViewChange> changes = new ArrayList<>();
    private String hub = "";
    private long epoch;
    private long revision;
    private boolean warming;
    private boolean stale = true;
    private Optional<ViewSettled> settled = Optional.empty();
    private ClusterView view = ClusterView.UNKNOWN;

    public ClusterView view() {
        return view;
    }

    Presence presence() {
        return new Presence(!stale, hub, view, awaited);
    }

    /** How the hub's waiting ended; empty while it waits. */
    public Optional<ViewSettled> settled() {
        return settled;
    }

    /** The life of the hub that was heard last; empty if none. */
    public String hub() {
        return hub;
    }

    /** The link is up, or a gap is filled: takes over what the hub has. */
    public List<ViewChange> take(Snapshot snapshot) {
        boolean connected = stale || snapshot.epoch() != epoch;
        boolean settles = warming && !snapshot.warming();
        hub = snapshot.hub();
        epoch = snapshot.epoch();
        revision = snapshot.revision();
        warming = snapshot.warming();
        stale = false;
        settled = warming ? Optional.empty() : Optional.of(new ViewSettled(snapshot.complete()));
        if (connected) {
            emit(new ClusterEvent.HubConnected(epoch));
        }
        takeMembers(snapshot);
        takeServices(snapshot.services());
        if (settles) {
            settle(snapshot.complete());
        }
        return drain();
    }

    /** The link is down. */
    public List<ViewChange> disconnected(String cause) {
        if (!stale) {
            stale = true;
            emit(new ClusterEvent.HubDisconnected(cause));
        }
        return drain();
    }

    /** Applies what the hub tells everyone; empty if something was missed and a snapshot is needed. */
    public Optional<List<ViewChange>> apply(HubEvent event) {
        boolean raise = event instanceof HubEvent.EpochRaised && event.epoch() > epoch;
        if (event.epoch() < epoch || (event.epoch() == epoch && event.revision() <= revision)) {
            return Optional.of(List.of());
        }
        if ((event.epoch() > epoch && !raise) || event.revision() != revision + 1) {
            return Optional.empty();
        }
        epoch = event.epoch();
        revision = event.revision();
        carryOut(event);
        return Optional.of(drain());
    }

    private void carryOut(HubEvent event) {
        if (event instanceof HubEvent.MemberJoined joined) {
            joined(joined.member(), joined.services());
        } else if (event instanceof HubEvent.MemberChanged changed) {
            joined(changed.member());
        } else if (event instanceof HubEvent.MemberLeft left) {
            gone(left.life(), member -> new ClusterEvent.MemberLeft(member));
        } else if (event instanceof HubEvent.MemberLost lost) {
            gone(lost.life(), member -> new ClusterEvent.MemberLost(member, lost.cause()));
        } else if (event instanceof HubEvent.ServiceAdded added) {
            offered(added.service());
        } else if (event instanceof HubEvent.ServiceChanged changed) {
            offered(changed.service());
        } else if (event instanceof HubEvent.ServiceRemoved removed) {
            withdrawn(removed.id());
        } else if (event instanceof HubEvent.ViewSettled settled) {
            settle(settled.complete());
        } else if (event instanceof HubEvent.EpochRaised) {
            emit(new ClusterEvent.HubConnected(epoch));
        }
        refresh();
    }

    private void takeMembers(Snapshot snapshot) {
        Map<MemberId, Member> present = new TreeMap<>();
        snapshot.members().forEach(member -> present.put(member.id(), member));
        for (Member member : List.copyOf(members.values())) {
            if (!present.containsKey(member.id())) {
                if (snapshot.warming()) {
                    awaited.add(member.id());
                } else {
                    lose(member, "gone when the link to the hub came back");
                }
            }
        }
        present.values().forEach(this::joined);
    }

    private void takeServices(List<ServiceEntry> offers) {
        Set<String> present = new HashSet<>();
        offers.forEach(service -> present.add(service.id()));
        for (ServiceEntry service : List.copyOf(services.values())) {
            if (!present.contains(service.id()) && !awaited.contains(service.member())) {
                withdrawn(service.id());
            }
        }
        offers.forEach(this::offered);
    }

    private void joined(Member member, List<ServiceEntry> offers) {
        joined(member);
        Set<String> present = new HashSet<>();
        offers.forEach(service -> present.add(service.id()));
        for (ServiceEntry service : servicesOf(member.id())) {
            if (!present.contains(service.id())) {
                withdrawn(service.id());
            }
        }
        offers.forEach(this::offered);
    }

    private void joined(Member member) {
        awaited.remove(member.id());
        Member before = members.get(member.id());
        if (before != null && !before.sameIncarnation(member)) {
            lose(before, "replaced by a new incarnation");
            before = null;
        }
        members.put(member.id(), member);
        if (before == null) {
            emit(new ClusterEvent.MemberJoined(member));
        } else if (!before.equals(member)) {
            emit(new ClusterEvent.MemberChanged(before, member));
        }
    }

    private void gone(Life life, Function<Member, ClusterEvent> event) {
        Member member = members.get(life.id());
        if (member != null && member.incarnation().equals(life.incarnation())) {
            remove(member, event.apply(member));
        }
    }

    private void lose(Member member, String cause) {
        remove(member, new ClusterEvent.MemberLost(member, cause));
    }

    private void remove(Member member, ClusterEvent event) {
        servicesOf(member.id()).forEach(service -> withdrawn(service.id()));
        members.remove(member.id());
        awaited.remove(member.id());
        emit(event);
    }

    private void offered(ServiceEntry service) {
        ServiceEntry before = services.get(service.id());
        if (service.equals(before)) {
            return;
        }
        if (before != null && !sameOffer(before, service)) {
            withdrawn(service.id());
            before = null;
        }
        services.put(service.id(), service);
        emit(
                before == null
                        ? new ClusterEvent.ServiceAdded(service)
                        : new ClusterEvent.ServiceChanged(before, service));
    }

    private static boolean sameOffer(ServiceEntry a, ServiceEntry b) {
        return a.member().equals(b.member()) && a.interfaces().equals(b.interfaces());
    }

    private void withdrawn(String id) {
        ServiceEntry service = services.remove(id);
        if (service != null) {
            emit(new ClusterEvent.ServiceRemoved(service));
        }
    }

    private List<ServiceEntry> servicesOf(MemberId id) {
        return services.values().stream()
                .filter(service -> service.member().equals(id))
                .toList();
    }

    private void settle(boolean complete) {
        warming = false;
        for (MemberId id : List.copyOf(awaited)) {
            lose(members.get(id), "did not come back after the hub was restarted");
        }
        settled = Optional.of(new ViewSettled(complete));
        emit(settled.get());
    }

    private void emit(ClusterEvent event) {
        ClusterView before = view;
        refresh();
        changes.add(new ViewChange(event, before, view));
    }

    private void refresh() {
        view = new ClusterView(
                epoch, revision, warming, stale, List.copyOf(members.values()), List.copyOf(services.values()));
    }

    private List<ViewChange> drain() {
        refresh();
        List<ViewChange> drained = List.copyOf(changes);
        changes.clear();
        return drained;
    }
}
