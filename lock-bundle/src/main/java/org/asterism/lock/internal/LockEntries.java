package org.asterism.lock.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;

/** All keys that are held or waited for. */
final class LockEntries {

    private static final Comparator<LockKey> BY_KEY = Comparator.comparing(LockKey::namespace)
            .thenComparing(LockKey::name)
            .thenComparing(key -> String.join("\0", key.arguments()));

    private final Map<LockKey, LockEntry> entries = new HashMap<>();

    boolean isKnown(LockKey key) {
        return entries.containsKey(key);
    }

    int size() {
        return entries.size();
    }

    LockEntry of(LockKey key) {
        return entries.computeIfAbsent(key, LockEntry::new);
    }

    List<LockEntry> all() {
        return List.copyOf(entries.values());
    }

    void dropIfEmpty(LockEntry entry) {
        if (entry.isEmpty()) {
            entries.remove(entry.key(), entry);
        }
    }

    List<LockInfo> describe(int limit, Duration now) {
        return entries.values().stream()
                .sorted(Comparator.comparing(LockEntry::key, BY_KEY))
                .limit(limit)
                .map(entry -> new LockInfo(entry.key(), holders(entry, now), waiters(entry, now)))
                .toList();
    }

    private static List<LockInfo.Holder> holders(LockEntry entry, Duration now) {
        Map<String, LockInfo.Holder> sessions = new LinkedHashMap<>();
        for (Grant grant : entry.grants()) {
            LockInfo.Holder one = new LockInfo.Holder(
                    grant.claim().owner().member(),
                    grant.claim().session(),
                    grant.claim().party(),
                    grant.claim().mode(),
                    1,
                    grant.token(),
                    now.minus(grant.since()));
            sessions.merge(grant.claim().owner() + " " + grant.claim().session(), one, LockEntries::together);
        }
        return List.copyOf(sessions.values());
    }

    private static LockInfo.Holder together(LockInfo.Holder first, LockInfo.Holder next) {
        boolean exclusive = first.mode() == LockMode.EXCLUSIVE || next.mode() == LockMode.EXCLUSIVE;
        return new LockInfo.Holder(
                first.member(),
                first.session(),
                first.party(),
                exclusive ? LockMode.EXCLUSIVE : LockMode.SHARED,
                first.count() + next.count(),
                Math.max(first.fencingToken(), next.fencingToken()),
                first.age());
    }

    private static List<LockInfo.Waiter> waiters(LockEntry entry, Duration now) {
        return entry.queue().stream()
                .map(waiter -> new LockInfo.Waiter(
                        waiter.claim().owner().member(),
                        waiter.claim().session(),
                        waiter.claim().party(),
                        waiter.claim().mode(),
                        now.minus(waiter.since())))
                .toList();
    }
}
