package org.asterism.protocol.member;

import java.util.HashSet;
import java.util.Set;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;
import org.asterism.protocol.Snapshot;

/** Leads from the lists that are known to those of a snapshot: first who went, then who came, then the services. */
final class Takeover {

    private final MirroredLists lists;
    private final Snapshot snapshot;
    private final boolean newHub;

    /** @param newHub whether the snapshot is the first one of another life of the hub */
    Takeover(MirroredLists lists, Snapshot snapshot, boolean newHub) {
        this.lists = lists;
        this.snapshot = snapshot;
        this.newHub = newHub;
    }

    void run() {
        members();
        services();
    }

    private void members() {
        Set<MemberId> present = new HashSet<>();
        snapshot.members().forEach(member -> present.add(member.id()));
        lists.view().members().stream()
                .filter(member -> !present.contains(member.id()))
                .forEach(this::absent);
        snapshot.members().forEach(lists::joined);
    }

    /** A life of the hub that does not know a member yet may still wait for it; but what it has forgotten is gone. */
    private void absent(Member member) {
        if (snapshot.warming() && (newHub || lists.awaited().contains(member.id()))) {
            lists.awaited().add(member.id());
        } else {
            lists.lost(member, "gone when the link to the hub came back");
        }
    }

    private void services() {
        Set<String> present = new HashSet<>();
        snapshot.services().forEach(service -> present.add(service.id()));
        lists.view().services().stream()
                .filter(service -> !present.contains(service.id()))
                .filter(service -> !lists.awaited().contains(service.member()))
                .map(ServiceEntry::id)
                .forEach(this::absent);
        snapshot.services().forEach(lists::offered);
    }

    /** What the hub itself offered is offered again a moment after the next life of the hub has begun. */
    private void absent(String service) {
        boolean ofTheHub = lists.view()
                .service(service)
                .filter(entry -> entry.member().equals(MemberId.HUB))
                .isPresent();
        boolean awaited = newHub || lists.awaitedServices().contains(service);
        if (ofTheHub && snapshot.warming() && awaited) {
            lists.awaitedServices().add(service);
        } else {
            lists.withdrawn(service);
        }
    }
}
