package org.asterism.hub.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;

/** The client list: an id is in it once, with one connection. */
final class ClientList {

    private final TreeMap<MemberId, Registration> byId = new TreeMap<>();
    private final Map<String, Registration> byConnection = new HashMap<>();

    Optional<Registration> of(MemberId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Registration> at(String connection) {
        return Optional.ofNullable(byConnection.get(connection));
    }

    int size() {
        return byId.size();
    }

    /** Sorted by id. */
    List<Member> members() {
        return byId.values().stream().map(Registration::member).toList();
    }

    /** Returns the registration in whose place it is. */
    Optional<Registration> put(Registration registration) {
        Registration former = byId.put(registration.id(), registration);
        if (former != null) {
            byConnection.remove(former.connection());
        }
        byConnection.put(registration.connection(), registration);
        return Optional.ofNullable(former);
    }

    void remove(Registration registration) {
        byId.remove(registration.id());
        byConnection.remove(registration.connection());
    }
}
