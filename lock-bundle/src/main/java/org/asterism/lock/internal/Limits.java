package org.asterism.lock.internal;

import java.util.List;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockEffect.Refused;
import org.asterism.lock.internal.LockStatisticsBook.Event;

/** Refuses what is beyond the bounds of the table, or makes no sense. */
final class Limits {

    private final Bounds bounds;
    private final BoundsWatch watch;
    private final LockLedger ledger;
    private final List<LockEffect> effects;

    Limits(Bounds bounds, BoundsWatch watch, LockLedger ledger, List<LockEffect> effects) {
        this.bounds = bounds;
        this.watch = watch;
        this.ledger = ledger;
        this.effects = effects;
    }

    /** Before anything is done for the request. */
    boolean allow(OwnerBook book, Acquire asked) {
        for (LockRequest lock : asked.locks()) {
            if (!allowArguments(asked.ticket(), lock.key())) {
                return false;
            }
        }
        if (!allowMore(book, asked.ticket(), asked.locks().size())) {
            return false;
        }
        if (asked.locks().size() > 1 && isContradiction(asked.locks())) {
            return refuse(asked.ticket(), "what can be held only once is asked for twice");
        }
        return true;
    }

    /** Whether the owner may have so many locks more. */
    boolean allowMore(OwnerBook book, Ticket ticket, int count) {
        return book.size() + count <= bounds.locksPerMember()
                || overflow(
                        ticket,
                        "locks of " + book.owner().member(),
                        "this member holds and waits for " + book.size() + " locks");
    }

    private boolean allowArguments(Ticket ticket, LockKey key) {
        for (String argument : key.arguments()) {
            watch.argument(argument.length());
            if (argument.length() > bounds.argumentLength()) {
                return overflow(
                        ticket,
                        "argument of " + key.namespace() + ":" + key.name(),
                        "an argument has " + argument.length() + " characters");
            }
        }
        return true;
    }

    private static boolean isContradiction(List<LockRequest> locks) {
        for (int i = 0; i < locks.size(); i++) {
            if (locks.get(i).mode() == LockMode.EXCLUSIVE_NON_CUMULATIVE) {
                for (int j = 0; j < locks.size(); j++) {
                    if (i != j && locks.get(i).key().overlaps(locks.get(j).key())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** @param before how many keys there were without those of this request */
    boolean allowKeys(Request request, int before) {
        int keys = ledger.index().size();
        return keys <= bounds.locks()
                || keys == before
                || overflow(request.ticket(), "locks", "there are " + before + " locks in the cluster");
    }

    boolean allowWait(Request request) {
        if (ledger.statistics().waiting() >= bounds.waiters()) {
            return overflow(request.ticket(), "waiters", bounds.waiters() + " requests wait in the cluster");
        }
        for (Wish wish : request.wishes()) {
            WaitQueue queue = wish.entry.queue;
            if (queue != null && queue.size() >= bounds.waitersPerLock()) {
                LockKey key = wish.entry.key();
                return overflow(request.ticket(), "waiters of " + key, queue.size() + " requests wait for " + key);
            }
        }
        return true;
    }

    private boolean overflow(Ticket ticket, String name, String reason) {
        watch.overflow(name);
        return refuse(ticket, reason);
    }

    /** Always false: it is not allowed. */
    boolean refuse(Ticket ticket, String reason) {
        ledger.statistics().count(Event.REFUSED);
        effects.add(new Refused(ticket, reason));
        return false;
    }
}
