package org.asterism.lock.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.asterism.lock.internal.LockEffect.Warned;

/** Warns once when a bound is nearly reached, again only after there was room, and keeps the names of those that were. */
final class BoundsWatch {

    private static final int MAX_OVERFLOWS = 10;
    private static final int NEARLY = 80;
    private static final int ROOM = 60;
    private static final int ALL = 100;

    private final Bounds bounds;
    private final List<LockEffect> effects;
    private final Deque<String> overflows = new ArrayDeque<>();
    private boolean locksWarned;
    private boolean waitersWarned;
    private boolean argumentWarned;

    BoundsWatch(Bounds bounds, List<LockEffect> effects) {
        this.bounds = bounds;
        this.effects = effects;
    }

    void locks(int used) {
        locksWarned = warned(locksWarned, "locks", used, bounds.locks());
    }

    void waiters(int used) {
        waitersWarned = warned(waitersWarned, "waiters", used, bounds.waiters());
    }

    void waiters(LockEntry entry) {
        WaitQueue queue = entry.queue;
        if (queue != null && isWorthALook(queue.warned, queue.size(), bounds.waitersPerLock())) {
            queue.warned = warned(queue.warned, "waiters of " + entry.key(), queue.size(), bounds.waitersPerLock());
        }
    }

    void locks(OwnerBook book) {
        if (isWorthALook(book.warned, book.size(), bounds.locksPerMember())) {
            book.warned =
                    warned(book.warned, "locks of " + book.owner().member(), book.size(), bounds.locksPerMember());
        }
    }

    void argument(int length) {
        argumentWarned |= warned(argumentWarned, "argument", length, bounds.argumentLength());
    }

    /** Names are put together only if they are needed. */
    private static boolean isWorthALook(boolean warned, int used, int limit) {
        return warned ? isRoom(used, limit) : isNearly(used, limit);
    }

    private boolean warned(boolean before, String name, int used, int limit) {
        if (!before && isNearly(used, limit)) {
            effects.add(new Warned(name, used, limit));
            return true;
        }
        return before && !isRoom(used, limit);
    }

    private static boolean isNearly(int used, int limit) {
        return (long) used * ALL >= (long) limit * NEARLY;
    }

    private static boolean isRoom(int used, int limit) {
        return (long) used * ALL < (long) limit * ROOM;
    }

    /** A bound was reached. */
    void overflow(String name) {
        if (!name.equals(overflows.peekFirst())) {
            overflows.addFirst(name);
        }
        if (overflows.size() > MAX_OVERFLOWS) {
            overflows.removeLast();
        }
    }

    /** Newest first. */
    List<String> overflows() {
        return new ArrayList<>(overflows);
    }
}
