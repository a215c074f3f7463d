package org.asterism.lock.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** All estates, by session, by the owner that is left, and by their ends. */
final class Estates {

    /** Tokens are all different, but for those that members declare wrongly. */
    private static final Comparator<Grant> ORDER =
            Comparator.comparingLong((Grant grant) -> grant.token).thenComparingLong(grant -> grant.number);

    private final Map<String, List<Estate>> bySession = new HashMap<>();
    private final Map<Owner, List<Estate>> byOwner = new HashMap<>();
    private final TreeSet<Estate> byEnd = new TreeSet<>();

    /** The one of this session and owner; made if there is none. */
    Estate of(String session, Owner from) {
        for (Estate estate : of(session)) {
            if (estate.from().equals(from)) {
                return estate;
            }
        }
        Estate estate = new Estate(session, from);
        bySession.computeIfAbsent(session, unknown -> new ArrayList<>()).add(estate);
        byOwner.computeIfAbsent(from, unknown -> new ArrayList<>()).add(estate);
        byEnd.add(estate);
        return estate;
    }

    List<Estate> of(String session) {
        return List.copyOf(bySession.getOrDefault(session, List.of()));
    }

    List<Estate> from(Owner owner) {
        return List.copyOf(byOwner.getOrDefault(owner, List.of()));
    }

    /** What is held in this session by estates, in the order in which it was granted. */
    List<Grant> grants(String session) {
        List<Grant> grants = new ArrayList<>();
        of(session).forEach(estate -> grants.addAll(estate.grants()));
        grants.sort(ORDER);
        return grants;
    }

    /** Null if no estate has it. */
    Grant find(Ticket ticket) {
        for (Estate estate : byOwner.getOrDefault(ticket.owner(), List.of())) {
            Grant grant = estate.book.grants().find(ticket.request());
            if (grant != null) {
                return grant;
            }
        }
        return null;
    }

    void ends(Estate estate, long end) {
        byEnd.remove(estate);
        estate.end = end;
        byEnd.add(estate);
    }

    /** Null if there is none. */
    Estate first() {
        return byEnd.isEmpty() ? null : byEnd.first();
    }

    void remove(Estate estate) {
        byEnd.remove(estate);
        remove(bySession, estate.session, estate);
        remove(byOwner, estate.from(), estate);
    }

    private static <K> void remove(Map<K, List<Estate>> estates, K key, Estate estate) {
        List<Estate> some = estates.get(key);
        some.remove(estate);
        if (some.isEmpty()) {
            estates.remove(key);
        }
    }
}
