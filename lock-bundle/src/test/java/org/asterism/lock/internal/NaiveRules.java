package org.asterism.lock.internal;

import java.util.ArrayList;
import java.util.List;
import org.asterism.lock.LockMode;

/** The rules of the lock table, stated directly over two lists. */
final class NaiveRules {

    final List<NaiveLock> held = new ArrayList<>();
    /** In the order of age, then arrival. */
    final List<NaiveWait> queue = new ArrayList<>();

    /** Behind those that are as old. */
    void enqueue(NaiveWait wait) {
        int place = queue.size();
        while (place > 0 && queue.get(place - 1).start().compareTo(wait.start()) > 0) {
            place--;
        }
        queue.add(place, wait);
    }

    /** Nothing held is in its way, and no older request that counts. */
    boolean isItsTurn(NaiveWait wait) {
        for (NaiveLock lock : held) {
            if (wait.conflictsWithHeld(lock)) {
                return false;
            }
        }
        for (NaiveWait older : olderThan(wait)) {
            if (wait.conflictsWith(older) && !isHeldBack(older, wait.first())) {
                return false;
            }
        }
        return true;
    }

    /** It could not be served before this session lets go: it waits for that, or behind one that does. */
    boolean isHeldBack(NaiveWait wait, NaiveLock session) {
        boolean holds = false;
        for (NaiveLock lock : held) {
            if (lock.sameSession(session)) {
                holds = true;
                if (wait.conflictsWithHeld(lock)) {
                    return true;
                }
            }
        }
        if (holds) {
            for (NaiveWait older : olderThan(wait)) {
                if (wait.conflictsWith(older) && isHeldBack(older, session) && !isHeldBack(older, wait.first())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A request that is not in the queue yet comes behind those that are as old. */
    private List<NaiveWait> olderThan(NaiveWait wait) {
        int end = 0;
        while (end < queue.size()
                && !queue.get(end).first().isSame(wait.first())
                && queue.get(end).start().compareTo(wait.start()) <= 0) {
            end++;
        }
        return queue.subList(0, end);
    }

    /** Those for whose parties the request's party waits. */
    List<NaiveLock> reasons(NaiveWait wait) {
        List<NaiveLock> reasons = new ArrayList<>();
        for (NaiveLock lock : held) {
            if (wait.conflictsWithHeld(lock)) {
                reasons.add(lock);
            }
        }
        for (NaiveWait older : olderThan(wait)) {
            if (wait.conflictsWith(older)
                    && !older.first().sameParty(wait.first())
                    && !isHeldBack(older, wait.first())) {
                reasons.add(older.first());
            }
        }
        return reasons;
    }

    /** Whether the party of this request waits for itself, directly or not. */
    boolean isInCycle(NaiveWait wait) {
        List<NaiveLock> reached = new ArrayList<>();
        List<NaiveLock> open = new ArrayList<>(List.of(wait.first()));
        while (!open.isEmpty()) {
            NaiveLock party = open.remove(open.size() - 1);
            for (NaiveWait one : queue) {
                if (one.first().sameParty(party)) {
                    for (NaiveLock reason : reasons(one)) {
                        if (reason.sameParty(wait.first())) {
                            return true;
                        } else if (reached.stream().noneMatch(reason::sameParty)) {
                            reached.add(reason);
                            open.add(reason);
                        }
                    }
                }
            }
        }
        return false;
    }

    /** While others may still declare: only what nobody else can hold while this session holds what it has. */
    boolean isMoreOfTheSame(NaiveWait wait) {
        return wait.locks().stream().allMatch(lock -> held.stream()
                .anyMatch(other -> other.sameSession(lock)
                        && other.key().equals(lock.key())
                        && (isStrong(other.mode()) || !isStrong(lock.mode()))));
    }

    private static boolean isStrong(LockMode mode) {
        return mode == LockMode.EXCLUSIVE || mode == LockMode.EXCLUSIVE_NON_CUMULATIVE;
    }
}
