package org.asterism.lock.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockMode;

/** One key with its holders, each session once, and its waiters. */
final class Descriptions {

    private Descriptions() {}

    static LockInfo of(LockEntry entry, long now) {
        return new LockInfo(entry.key(), holders(entry, now), waiters(entry, now));
    }

    private static List<LockInfo.Holder> holders(LockEntry entry, long now) {
        List<Grant> grants = new ArrayList<>();
        for (Grant grant = entry.grants; grant != null; grant = grant.next) {
            grants.add(grant);
        }
        grants.sort(Comparator.comparingLong(grant -> grant.token));
        Map<Actor, LockInfo.Holder> sessions = new LinkedHashMap<>();
        for (Grant grant : grants) {
            LockInfo.Holder one = new LockInfo.Holder(
                    grant.book().owner().member(),
                    grant.session.name(),
                    grant.party.name(),
                    grant.mode,
                    1,
                    grant.token,
                    Duration.ofNanos(now - grant.since));
            sessions.merge(grant.session, one, Descriptions::together);
        }
        return List.copyOf(sessions.values());
    }

    private static LockInfo.Holder together(LockInfo.Holder first, LockInfo.Holder next) {
        return new LockInfo.Holder(
                first.member(),
                first.session(),
                first.party(),
                together(first.mode(), next.mode()),
                first.count() + next.count(),
                next.fencingToken(),
                first.age());
    }

    private static LockMode together(LockMode one, LockMode other) {
        if (one == other || Modes.isStrong(one)) {
            return one;
        }
        return Modes.isStrong(other) ? other : LockMode.SHARED;
    }

    private static List<LockInfo.Waiter> waiters(LockEntry entry, long now) {
        return entry.queue == null
                ? List.of()
                : entry.queue.all().stream()
                        .map(wish -> new LockInfo.Waiter(
                                wish.request.book.owner().member(),
                                wish.session.name(),
                                wish.party.name(),
                                wish.mode,
                                Duration.ofNanos(now - wish.request.start())))
                        .toList();
    }
}
