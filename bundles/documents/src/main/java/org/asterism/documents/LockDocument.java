package org.asterism.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.lock.Deadlock;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LongHeldLocks;

/**
 * Locks with their holders and waiters, and deadlocks. Fencing tokens are strings: they exceed 2^53, past which many programs round
 * numbers (RFC 8259, section 6).
 */
public final class LockDocument {

    private LockDocument() {}

    public static List<Map<String, Object>> locks(List<LockInfo> locks) {
        return locks.stream().map(LockDocument::lock).toList();
    }

    /** The alarm for locks that are held for too long. */
    public static Map<String, Object> longHeld(LongHeldLocks held) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("alarmMillis", held.age().isZero() ? null : held.age().toMillis());
        document.put("grants", held.grants());
        document.put("locks", locks(held.locks()));
        return document;
    }

    private static Map<String, Object> lock(LockInfo lock) {
        Map<String, Object> document = key(lock.key());
        document.put(
                "holders", lock.holders().stream().map(LockDocument::holder).toList());
        document.put(
                "waiters", lock.waiters().stream().map(LockDocument::waiter).toList());
        return document;
    }

    private static Map<String, Object> key(LockKey key) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("key", key.toString());
        document.put("namespace", key.namespace());
        document.put("name", key.name());
        document.put("arguments", key.arguments());
        return document;
    }

    private static Map<String, Object> holder(LockInfo.Holder holder) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("member", holder.member().value());
        document.put("session", holder.session());
        document.put("party", holder.party());
        document.put("mode", holder.mode().name());
        document.put("count", holder.count());
        document.put("fencingToken", Long.toString(holder.fencingToken()));
        document.put("ageMillis", holder.age().toMillis());
        return document;
    }

    private static Map<String, Object> waiter(LockInfo.Waiter waiter) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("member", waiter.member().value());
        document.put("session", waiter.session());
        document.put("party", waiter.party());
        document.put("mode", waiter.mode().name());
        document.put("ageMillis", waiter.age().toMillis());
        return document;
    }

    /** The victim is an index in the cycle, or null. */
    public static List<Map<String, Object>> deadlocks(List<Deadlock> deadlocks) {
        return deadlocks.stream().map(LockDocument::deadlock).toList();
    }

    private static Map<String, Object> deadlock(Deadlock deadlock) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("victim", deadlock.victim() < 0 ? null : deadlock.victim());
        document.put("cycle", deadlock.cycle().stream().map(LockDocument::link).toList());
        return document;
    }

    private static Map<String, Object> link(Deadlock.Link link) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("member", link.member().value());
        document.put("session", link.session());
        document.put("party", link.party());
        document.put("waitsFor", key(link.waitsFor()));
        document.put("mode", link.mode().name());
        document.put("ageMillis", link.age().toMillis());
        document.put("stack", link.stack());
        return document;
    }
}
