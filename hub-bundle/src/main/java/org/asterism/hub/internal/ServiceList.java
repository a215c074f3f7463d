package org.asterism.hub.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;

/** The service list: the first who offers an id owns it until it withdraws it or is gone. */
final class ServiceList {

    /** What became of an offer. */
    enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        TAKEN
    }

    private final TreeMap<String, ServiceEntry> entries = new TreeMap<>();
    private final Map<MemberId, Set<String>> byOwner = new HashMap<>();

    Outcome offer(ServiceEntry service) {
        ServiceEntry before = entries.get(service.id());
        if (before != null && !before.member().equals(service.member())) {
            return Outcome.TAKEN;
        }
        entries.put(service.id(), service);
        byOwner.computeIfAbsent(service.member(), owner -> new TreeSet<>()).add(service.id());
        if (before == null) {
            return Outcome.ADDED;
        }
        return before.equals(service) ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    /** False if this member offers no such service. */
    boolean withdraw(String id, MemberId owner) {
        if (owner(id).filter(owner::equals).isEmpty()) {
            return false;
        }
        entries.remove(id);
        byOwner.computeIfPresent(owner, (member, ids) -> ids.remove(id) && ids.isEmpty() ? null : ids);
        return true;
    }

    void withdrawAll(MemberId owner) {
        idsOf(owner).forEach(entries::remove);
        byOwner.remove(owner);
    }

    Optional<MemberId> owner(String id) {
        return Optional.ofNullable(entries.get(id)).map(ServiceEntry::member);
    }

    /** How many services a member offers. */
    int count(MemberId owner) {
        return idsOf(owner).size();
    }

    /** Sorted by id. */
    List<ServiceEntry> all() {
        return List.copyOf(entries.values());
    }

    /** Sorted by id. */
    List<ServiceEntry> of(MemberId owner) {
        return idsOf(owner).stream().map(entries::get).toList();
    }

    private Set<String> idsOf(MemberId owner) {
        return byOwner.getOrDefault(owner, Set.of());
    }
}
