package org.asterism.lock.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Finds the older wishes that conflict with the wishes of a request, for one walk through many requests: of a queue in which
 * everyone waits for everyone before, nothing is found twice.
 */
final class Sweep {

    private final LockIndex index;
    /** All older ones than this one have been found at the entry. */
    private final Map<LockEntry, Wish> swept = new HashMap<>();

    Sweep(LockIndex index) {
        this.index = index;
    }

    /**
     * @param except requests that do not count
     * @param found takes the own and the other wish, and says whether it need not hear of the other one again
     */
    void olderThan(Request request, Set<Request> except, BiPredicate<Wish, Wish> found) {
        for (Wish wish : request.wishes()) {
            at(wish.entry, wish, except, found);
            boolean unused = index.anyOverlapping(wish.entry, !Modes.isStrong(wish.mode), entry -> {
                at(entry, wish, except, found);
                return false;
            });
        }
    }

    private void at(LockEntry entry, Wish wish, Set<Request> except, BiPredicate<Wish, Wish> found) {
        WaitQueue queue = entry.queue;
        if (queue == null || isSwept(entry, wish)) {
            return;
        }
        boolean all = true;
        for (Wish other = queue.strongBefore(wish); other != null; other = queue.strongBefore(other)) {
            all &= tell(wish, other, except, found);
        }
        if (Modes.isStrong(wish.mode)) {
            for (Wish other = queue.weakBefore(wish); other != null; other = queue.weakBefore(other)) {
                all &= tell(wish, other, except, found);
            }
            if (all) {
                swept.put(entry, wish);
            }
        }
    }

    private boolean isSwept(LockEntry entry, Wish wish) {
        Wish before = swept.get(entry);
        return before != null && wish.compareTo(before) <= 0;
    }

    private static boolean tell(Wish wish, Wish other, Set<Request> except, BiPredicate<Wish, Wish> found) {
        return wish.conflictsWith(other) && !except.contains(other.request) && found.test(wish, other);
    }
}
