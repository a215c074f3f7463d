package org.asterism.hub.internal;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;

/** The service list: the first who offers an id owns it until it withdraws it or is gone. */
final class ServiceList {

    /** What became of an offer. */
    enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    private final TreeMap<String, ServiceEntry> entries = new TreeMap<>();

    Outcome offer(ServiceEntry service) {
        ServiceEntry before = entries.get(service.id());
        if (before != null && !before.member().equals(service.member())) {
            return Outcome.REFUSED;
        }
        entries.put(service.id(), service);
        if (before == null) {
            return Outcome.ADDED;
        }
        return before.equals(service) ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    /** False if this member offers no such service. */
    boolean withdraw(String id, MemberId owner) {
        return owner(id).filter(owner::equals).isPresent() && entries.remove(id) != null;
    }

    void withdrawAll(MemberId owner) {
        entries.values().removeIf(service -> service.member().equals(owner));
    }

    Optional<MemberId> owner(String id) {
        return Optional.ofNullable(entries.get(id)).map(ServiceEntry::member);
    }

    List<ServiceEntry> all() {
        return List.copyOf(entries.values());
    }

    List<ServiceEntry> of(MemberId owner) {
        return entries.values().stream()
                .filter(service -> service.member().equals(owner))
                .toList();
    }
}
