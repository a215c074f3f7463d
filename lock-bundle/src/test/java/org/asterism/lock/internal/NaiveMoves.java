package org.asterism.lock.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.LockCommand.Adopt;
import org.asterism.lock.internal.LockCommand.Discard;
import org.asterism.lock.internal.LockCommand.Fetch;
import org.asterism.lock.internal.LockCommand.Yielded;
import org.asterism.lock.internal.LockEffect.Fetched;
import org.asterism.lock.internal.LockEffect.Withdrawn;
import org.asterism.lock.internal.LockEffect.Yield;

/** Sessions that move, in the naive model. */
final class NaiveMoves {

    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final List<NaiveEstate> estates = new ArrayList<>();
    private final NaiveLocks locks;
    private final Duration lease;
    private final Duration keep;

    NaiveMoves(NaiveLocks locks, Duration lease, Duration keep) {
        this.locks = locks;
        this.lease = lease;
        this.keep = keep;
    }

    void fetch(Fetch fetch, Duration now) {
        boolean ready = false;
        List<LockRequest> found = new ArrayList<>();
        if (!locks.grace()) {
            moveOut(
                    lock -> lock.session().equals(fetch.session())
                            && !lock.ticket().owner().equals(fetch.heir()),
                    now);
            of(fetch.session()).forEach(estate -> ask(estate, now));
            ready = of(fetch.session()).stream().allMatch(estate -> estate.clear);
            left(fetch.session()).forEach(lock -> found.add(new LockRequest(lock.key(), lock.mode())));
        }
        locks.tell(new Fetched(fetch.heir(), fetch.session(), ready, ready ? found : List.of()));
    }

    void discard(Discard discard, Duration now) {
        if (!locks.grace()) {
            moveOut(lock -> lock.session().equals(discard.session()), now);
            for (NaiveEstate estate : of(discard.session())) {
                estate.discarded = true;
                ask(estate, now);
                if (estate.clear) {
                    end(estate);
                }
            }
        }
        locks.tell(new Fetched(discard.owner(), discard.session(), !locks.grace(), List.of()));
    }

    void yielded(Yielded yielded, Duration now) {
        for (NaiveEstate estate : of(yielded.session())) {
            if (estate.from.equals(yielded.from()) && estate.number == yielded.number()) {
                clear(estate, lease, now);
            }
        }
    }

    /** Whether that is what is left for the session, and nobody believes in it. */
    boolean isLeft(Adopt adopt) {
        List<NaiveLock> left = left(adopt.session());
        boolean same = left.size() >= adopt.locks().size()
                && !locks.has(adopt.session(), adopt.heir())
                && of(adopt.session()).stream().allMatch(estate -> estate.clear);
        for (int i = 0; same && i < adopt.locks().size(); i++) {
            same = adopt.locks()
                    .get(i)
                    .equals(new LockRequest(left.get(i).key(), left.get(i).mode()));
        }
        return same;
    }

    List<NaiveLock> left(String session) {
        List<NaiveLock> left = new ArrayList<>();
        for (NaiveLock lock : locks.rules.held) {
            if (of(session).stream().anyMatch(estate -> estate.has(lock))) {
                left.add(lock);
            }
        }
        left.sort(Comparator.comparingLong(NaiveLock::token)
                .thenComparingLong(lock -> lock.ticket().request()));
        return left;
    }

    void died(Owner owner, Duration now) {
        if (!keep.isZero()) {
            moveOut(
                    lock -> lock.ticket().owner().equals(owner)
                            && lock.session().contains("~"),
                    now);
            clear(owner, keep, now);
        }
        isOver(owner, now);
    }

    void isOver(Owner owner, Duration now) {
        clear(owner, lease, now);
    }

    private void clear(Owner owner, Duration wait, Duration now) {
        for (NaiveEstate estate : List.copyOf(estates)) {
            if (estate.from.equals(owner)) {
                clear(estate, wait, now);
            }
        }
    }

    void expire(Duration now) {
        for (NaiveEstate estate : List.copyOf(estates)) {
            if (estate.end.compareTo(now) <= 0 && estate.clear) {
                end(estate);
            } else if (estate.end.compareTo(now) <= 0) {
                ask(estate, now);
                estate.end = now.plus(lease);
            }
        }
    }

    private void ask(NaiveEstate estate, Duration now) {
        if (!estate.clear && (estate.asked == null || now.minus(estate.asked).compareTo(ASK_AGAIN) >= 0)) {
            estate.asked = now;
            locks.tell(new Yield(estate.from, estate.session, estate.number));
        }
    }

    private void clear(NaiveEstate estate, Duration wait, Duration now) {
        if (estate.discarded) {
            end(estate);
        } else if (!estate.clear) {
            estate.clear = true;
            estate.end = now.plus(wait);
        }
    }

    private void end(NaiveEstate estate) {
        locks.rules.held.removeIf(estate::has);
        estates.remove(estate);
    }

    private void moveOut(Predicate<NaiveLock> which, Duration now) {
        locks.end(wait -> which.test(wait.first()), Withdrawn::new);
        for (NaiveLock lock : List.copyOf(locks.rules.held)) {
            if (which.test(lock) && estates.stream().noneMatch(estate -> estate.has(lock))) {
                NaiveEstate estate = of(lock.session(), lock.ticket().owner());
                if (estate.clear || estate.number == 0) {
                    estate.clear = false;
                    estate.end = now.plus(lease);
                }
                estate.asked = null;
                estate.number = Math.max(estate.number, lock.token());
                locks.rules.held.remove(lock);
                locks.rules.held.add(
                        lock.of(new Ticket(estate.owner(), lock.ticket().request())));
            }
        }
    }

    private NaiveEstate of(String session, Owner from) {
        for (NaiveEstate estate : estates) {
            if (estate.session.equals(session) && estate.from.equals(from)) {
                return estate;
            }
        }
        NaiveEstate estate = new NaiveEstate(session, from);
        estates.add(estate);
        return estate;
    }

    private List<NaiveEstate> of(String session) {
        return estates.stream().filter(estate -> estate.session.equals(session)).toList();
    }
}
