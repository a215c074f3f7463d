package org.asterism.lock.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Promote;

/**
 * A waiting request as the naive model sees it.
 *
 * @param promoted what is to be made exclusive; null if nothing is
 */
record NaiveWait(List<NaiveLock> locks, NaiveLock promoted, Duration start, Duration deadline) {

    static NaiveWait of(Acquire asked, Duration now) {
        List<NaiveLock> locks = new ArrayList<>();
        for (LockRequest lock : asked.locks()) {
            Ticket ticket = new Ticket(asked.owner(), asked.first() + locks.size());
            locks.add(new NaiveLock(ticket, asked.session(), asked.party(), lock.key(), lock.mode(), 0));
        }
        return new NaiveWait(locks, null, now.minus(asked.waited()), now.plus(asked.patience()));
    }

    static NaiveWait of(Promote asked, NaiveLock promoted, Duration now) {
        NaiveLock lock =
                new NaiveLock(asked.ticket(), asked.session(), asked.party(), promoted.key(), LockMode.EXCLUSIVE, 0);
        return new NaiveWait(List.of(lock), promoted, now.minus(asked.waited()), now.plus(asked.patience()));
    }

    NaiveLock first() {
        return locks.get(0);
    }

    Ticket ticket() {
        return first().ticket();
    }

    boolean has(Ticket ticket) {
        return locks.stream().anyMatch(lock -> lock.ticket().equals(ticket));
    }

    /** Other sessions' optimistic locks are not in the way of a promotion. */
    boolean conflictsWithHeld(NaiveLock held) {
        if (promoted != null && held.mode() == LockMode.OPTIMISTIC && !held.sameSession(first())) {
            return false;
        }
        for (NaiveLock lock : locks) {
            if (lock.conflictsWith(held)) {
                return true;
            }
        }
        return false;
    }

    boolean conflictsWith(NaiveWait other) {
        for (NaiveLock lock : locks) {
            for (NaiveLock others : other.locks) {
                if (lock.conflictsWith(others)) {
                    return true;
                }
            }
        }
        return false;
    }
}
