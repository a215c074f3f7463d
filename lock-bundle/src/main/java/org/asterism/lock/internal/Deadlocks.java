package org.asterism.lock.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asterism.lock.Deadlock;
import org.asterism.lock.internal.LockEffect.DeadlockFound;
import org.asterism.lock.internal.LockEffect.Deadlocked;
import org.asterism.lock.internal.LockStatisticsBook.Event;

/**
 * Finds deadlocks and ends them. Looks at once where a request begins to wait. What else may close a cycle is rare (a session
 * that waits and, by another thread, gets or gives up a lock; a wait that ends): then all who wait and hold are looked at a
 * little later.
 */
final class Deadlocks {

    private static final int MAX_KEPT = 10;
    private static final long LATER = Duration.ofSeconds(1).toNanos();

    private final LockLedger ledger;
    private final WaitGraph graph;
    private final DeadlockVictim policy;
    private final List<LockEffect> effects;
    private final Set<Request> suspects = new LinkedHashSet<>();
    private final Deque<Deadlock> kept = new ArrayDeque<>();
    private Optional<Long> lookAgain = Optional.empty();

    Deadlocks(LockLedger ledger, Obstacles obstacles, DeadlockVictim policy, List<LockEffect> effects) {
        this.ledger = ledger;
        this.graph = new WaitGraph(ledger.index(), obstacles);
        this.policy = policy;
        this.effects = effects;
    }

    /** It waits now, maybe before others. */
    void suspect(Request request) {
        suspects.add(request);
    }

    /** The party holds more now, and may wait for something. */
    void suspectHolder(Actor party) {
        suspects.addAll(party.blocked());
    }

    /** Sees to it that it is looked again, if somebody's reason to wait has changed. */
    void lookLater(long now) {
        boolean changed = ledger.turns().haveReasonsChanged();
        if (changed && lookAgain.isEmpty() && !ledger.turns().ofHolders().isEmpty()) {
            lookAgain = Optional.of(now + LATER);
        }
    }

    Optional<Long> nextLook() {
        return lookAgain;
    }

    void lookIfItIsTime(long now) {
        if (lookAgain.isPresent() && lookAgain.get() <= now) {
            lookAgain = Optional.empty();
            suspects.addAll(ledger.turns().ofHolders());
        }
    }

    /** Ends one deadlock; false if there is none. Who waited for the victim is not served yet. */
    boolean endOne(long now) {
        while (!suspects.isEmpty()) {
            Request suspect = suspects.iterator().next();
            Optional<List<Wish>> cycle =
                    suspect.party.blocked().contains(suspect) ? graph.cycle(suspect.party) : Optional.empty();
            if (cycle.isPresent() && end(cycle.get(), now)) {
                return true;
            }
            suspects.remove(suspect);
        }
        return false;
    }

    private boolean end(List<Wish> cycle, long now) {
        List<Request> requests = cycle.stream().map(wish -> wish.request).toList();
        if (policy == DeadlockVictim.NONE && requests.stream().allMatch(request -> request.told)) {
            return false;
        }
        requests.forEach(request -> request.told = true);
        int victim = policy == DeadlockVictim.NONE ? -1 : requests.indexOf(Collections.max(requests));
        Deadlock deadlock =
                new Deadlock(cycle.stream().map(wish -> link(wish, now)).toList(), victim);
        keep(deadlock);
        effects.add(new DeadlockFound(
                deadlock, requests.stream().map(Request::ticket).toList()));
        if (victim < 0) {
            return false;
        }
        ledger.withdraw(requests.get(victim));
        effects.add(new Deadlocked(requests.get(victim).ticket(), deadlock));
        return true;
    }

    private static Deadlock.Link link(Wish wish, long now) {
        return new Deadlock.Link(
                wish.request.book.owner().member(),
                wish.session.name(),
                wish.party.name(),
                wish.entry.key(),
                wish.mode,
                Duration.ofNanos(Math.max(0, now - wish.request.start())),
                List.of());
    }

    private void keep(Deadlock deadlock) {
        ledger.statistics().count(Event.DEADLOCK);
        kept.addFirst(deadlock);
        if (kept.size() > MAX_KEPT) {
            kept.removeLast();
        }
    }

    /** The last ten, newest first. */
    List<Deadlock> kept() {
        return new ArrayList<>(kept);
    }
}
