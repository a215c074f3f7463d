package org.asterism.lock.internal;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What stands in the way of a request: grants that conflict with one of its wishes, and older wishes that do so, unless their
 * requests cannot be served before this session lets go.
 */
final class Obstacles {

    private final LockIndex index;
    private final HeldBack heldBack;

    Obstacles(LockIndex index) {
        this.index = index;
        this.heldBack = new HeldBack(index);
    }

    /** One of them, wishes before grants and young wishes before old ones, so that few wait for the same; null if none. */
    Stake first(Request request) {
        Set<Request> bygone = uncounted(request);
        for (Wish wish : request.wishes()) {
            Stake found = at(wish.entry, wish, bygone);
            if (found != null) {
                return found;
            }
        }
        for (Wish wish : request.wishes()) {
            Stake found = LockIndex.mayOverlap(wish.entry) ? around(wish, bygone) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The older requests that do not stand in its way though they conflict. */
    Set<Request> uncounted(Request request) {
        return heldBack.by(request.session, request);
    }

    private Stake around(Wish wish, Set<Request> bygone) {
        Stake[] found = {null};
        boolean unused = index.anyOverlapping(wish.entry, !Modes.isStrong(wish.mode), entry -> {
            found[0] = at(entry, wish, bygone);
            return found[0] != null;
        });
        return found[0];
    }

    private static Stake at(LockEntry entry, Wish wish, Set<Request> bygone) {
        Wish older = entry.queue == null ? null : older(entry.queue, wish, bygone);
        return older == null ? grant(entry, wish) : older;
    }

    private static Wish older(WaitQueue queue, Wish wish, Set<Request> bygone) {
        for (Wish other = queue.strongBefore(wish); other != null; other = queue.strongBefore(other)) {
            if (wish.conflictsWith(other) && !bygone.contains(other.request)) {
                return other;
            }
        }
        if (Modes.isStrong(wish.mode)) {
            for (Wish other = queue.weakBefore(wish); other != null; other = queue.weakBefore(other)) {
                if (wish.conflictsWith(other) && !bygone.contains(other.request)) {
                    return other;
                }
            }
        }
        return null;
    }

    private static Grant grant(LockEntry entry, Wish wish) {
        for (Grant grant = entry.grants; grant != null && wish.mayConflictFrom(grant); grant = grant.next) {
            if (wish.conflictsWith(grant)) {
                return grant;
            }
        }
        return null;
    }

    /** Whether the test is true for any grant in the wish's way; ends with the first. */
    boolean anyGrant(Wish wish, Predicate<Grant> test) {
        return anyGrant(index, wish, test);
    }

    static boolean anyGrant(LockIndex index, Wish wish, Predicate<Grant> test) {
        return anyGrantAt(wish.entry, wish, test)
                || index.anyOverlapping(wish.entry, !Modes.isStrong(wish.mode), entry -> anyGrantAt(entry, wish, test));
    }

    private static boolean anyGrantAt(LockEntry entry, Wish wish, Predicate<Grant> test) {
        for (Grant grant = entry.grants; grant != null && wish.mayConflictFrom(grant); grant = grant.next) {
            if (wish.conflictsWith(grant) && test.test(grant)) {
                return true;
            }
        }
        return false;
    }
}
