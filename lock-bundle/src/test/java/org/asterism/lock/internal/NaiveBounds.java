package org.asterism.lock.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;

/** The bounds of the lock table, counted anew each time. */
final class NaiveBounds {

    private NaiveBounds() {}

    static boolean refuse(Bounds bounds, NaiveRules rules, NaiveWait wait) {
        Owner owner = wait.ticket().owner();
        long mine = rules.held.stream()
                        .filter(lock -> lock.ticket().owner().equals(owner))
                        .count()
                + rules.queue.stream()
                        .filter(other -> other.ticket().owner().equals(owner))
                        .mapToInt(other -> other.locks().size())
                        .sum();
        return mine + wait.locks().size() > bounds.locksPerMember()
                || isContradiction(wait.locks())
                || tooManyKeys(bounds, rules, wait);
    }

    private static boolean tooManyKeys(Bounds bounds, NaiveRules rules, NaiveWait wait) {
        Set<LockKey> keys = new HashSet<>();
        rules.held.forEach(lock -> keys.add(lock.key()));
        rules.queue.forEach(other -> other.locks().forEach(lock -> keys.add(lock.key())));
        boolean fresh = false;
        for (NaiveLock lock : wait.locks()) {
            fresh |= keys.add(lock.key());
        }
        return fresh && keys.size() > bounds.locks();
    }

    private static boolean isContradiction(List<NaiveLock> locks) {
        return locks.stream()
                .anyMatch(one -> one.mode() == LockMode.EXCLUSIVE_NON_CUMULATIVE
                        && locks.stream().anyMatch(other -> !one.isSame(other) && one.conflictsWith(other)));
    }

    static boolean refuseToWait(Bounds bounds, NaiveRules rules, NaiveWait wait) {
        return rules.queue.size() >= bounds.waiters()
                || wait.locks().stream().anyMatch(lock -> waiters(rules, lock.key()) >= bounds.waitersPerLock());
    }

    private static long waiters(NaiveRules rules, LockKey key) {
        return rules.queue.stream()
                .flatMap(wait -> wait.locks().stream())
                .filter(lock -> lock.key().equals(key))
                .count();
    }
}
