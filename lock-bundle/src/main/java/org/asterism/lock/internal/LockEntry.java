package org.asterism.lock.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;

/**
 * One key that is held or waited for. Its grants are a list through themselves with the strong ones first: if there is one, all
 * grants of this key are of one session.
 */
final class LockEntry extends Place {

    /** Null if nobody holds it. */
    Grant grants;
    /** Null if nobody waits for it. */
    WaitQueue queue;

    LockEntry(Area parent, String part) {
        super(parent, part, hash(parent, part, 0));
    }

    @Override
    int below() {
        return 0;
    }

    boolean isEmpty() {
        return grants == null && queue == null;
    }

    /** Whether it is in the index. */
    boolean isLinked() {
        return previous != null || parent.children == this;
    }

    boolean isWildcard() {
        return parent.isWild() || parent.isAny(part);
    }

    LockKey key() {
        List<String> parts = parts();
        return new LockKey(parts.get(0), parts.get(1), parts.subList(2, parts.size()));
    }

    /** Namespace, name and arguments. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (Place place = this; place.parent != null; place = place.parent) {
            parts.add(place.part);
        }
        Collections.reverse(parts);
        return parts;
    }

    void add(Grant grant) {
        Grant before =
                Modes.isStrong(grant.mode) || grants == null || !Modes.isStrong(grants.mode) ? null : lastStrong();
        grant.previous = before;
        grant.next = before == null ? grants : before.next;
        if (grant.next != null) {
            grant.next.previous = grant;
        }
        if (before == null) {
            grants = grant;
        } else {
            before.next = grant;
        }
        count(grant.mode, 1);
    }

    private Grant lastStrong() {
        Grant last = grants;
        while (last.next != null && Modes.isStrong(last.next.mode)) {
            last = last.next;
        }
        return last;
    }

    void remove(Grant grant) {
        if (grant.previous == null) {
            grants = grant.next;
        } else {
            grant.previous.next = grant.next;
        }
        if (grant.next != null) {
            grant.next.previous = grant.previous;
        }
        grant.previous = null;
        grant.next = null;
        count(grant.mode, -1);
    }

    void add(Wish wish) {
        if (queue == null) {
            queue = new WaitQueue();
        }
        queue.add(wish);
        count(wish.mode, 1);
    }

    void remove(Wish wish) {
        queue.remove(wish);
        if (queue.isEmpty()) {
            queue = null;
        }
        count(wish.mode, -1);
    }

    private void count(LockMode mode, int change) {
        if (Modes.isStrong(mode)) {
            for (Area area = parent; area != null; area = area.parent) {
                area.strong += change;
            }
        }
    }
}
