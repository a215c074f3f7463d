package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockInfo;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Adopt;
import org.asterism.lock.internal.LockCommand.Promote;
import org.asterism.lock.internal.LockCommand.Tick;
import org.asterism.lock.internal.LockEffect.DeadlockFound;
import org.asterism.lock.internal.LockEffect.Granted;
import org.asterism.lock.internal.LockEffect.Warned;

/** One random history of the lock table beside the naive model. */
final class HistoryCheck {

    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final Duration KEEP = Duration.ofSeconds(3);
    private static final Duration FOUND_AT_THE_LATEST = Duration.ofSeconds(1);
    private static final int LOOK_AT_ALL = 32;
    private static final int LOOK_FOR_DEADLOCKS = 8;

    private final Bounds bounds;
    private final LockTable table;
    private final NaiveLocks naive;
    private final RandomHistory history;
    private final Set<Ticket> open = new HashSet<>();
    private Duration now = Duration.ZERO;
    private Optional<Duration> cycleSince = Optional.empty();
    private long lastToken;
    private int step;

    HistoryCheck(long seed) {
        bounds = seed % 2 == 0 ? new Bounds(1000, 1000, 1000) : new Bounds(5, 4, 9, 7, 1);
        Duration keep = seed % 3 == 0 ? Duration.ZERO : KEEP;
        table = new LockTable(bounds, LEASE, DeadlockVictim.YOUNGEST, keep, Duration.ZERO);
        naive = new NaiveLocks(bounds, LEASE, keep);
        history = new RandomHistory(seed);
    }

    void run(int steps) {
        for (step = 0; step < steps; step++) {
            now = now.plus(history.pause());
            apply(history.next());
        }
        for (int i = 0; i < 2; i++) { // what was on its way is over a while after its owner
            now = now.plus(Duration.ofDays(1));
            apply(new Tick());
        }
        assertThat(open).as("requests that were never decided").isEmpty();
        assertThat(table.locks(LockFilter.ALL, 10, now).all(now)).isEmpty();
    }

    private void apply(LockCommand command) {
        List<LockEffect> effects = table.apply(command, now);
        List<LockEffect> expected = new ArrayList<>(naive.apply(command, now));
        for (LockEffect effect : effects) {
            if (effect instanceof DeadlockFound found) {
                requireDeadlock(found);
                expected.addAll(naive.give(found.requests().get(found.deadlock().victim())));
            }
        }
        requireSame(effects, expected, command);
        requireState(command);
        Optional<Ticket> asked = asked(command);
        asked.ifPresent(open::add);
        effects.forEach(this::follow);
        requireNoDeadlock(asked.filter(open::contains));
    }

    private static Optional<Ticket> asked(LockCommand command) {
        if (command instanceof Acquire acquire) {
            return Optional.of(acquire.ticket());
        }
        if (command instanceof Adopt adopt) {
            return Optional.of(adopt.ticket());
        }
        return command instanceof Promote promote ? Optional.of(promote.ticket()) : Optional.empty();
    }

    private void follow(LockEffect effect) {
        history.heard(effect);
        Outcomes.of(effect).ifPresent(ticket -> {
            if (!open.remove(ticket)) {
                throw new AssertionError(effect + " for a request that does not wait");
            }
        });
        if (effect instanceof Granted granted) {
            if (granted.firstToken() <= lastToken) {
                throw new AssertionError(granted + " after token " + lastToken);
            }
            lastToken = granted.firstToken() + granted.count() - 1;
        }
    }

    /** The same effects, and grants in the same order. */
    private void requireSame(List<LockEffect> effects, List<LockEffect> expected, LockCommand command) {
        List<LockEffect> told = new ArrayList<>();
        for (LockEffect effect : effects) {
            if (!(effect instanceof Warned) && !(effect instanceof DeadlockFound)) {
                told.add(Outcomes.plain(effect));
            }
        }
        if (!told.equals(expected)) {
            assertThat(told).as("%s at %s", command, now).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(grants(told)).as("%s at %s", command, now).isEqualTo(grants(expected));
        }
    }

    private static List<LockEffect> grants(List<LockEffect> effects) {
        return effects.stream().filter(Granted.class::isInstance).toList();
    }

    private void requireState(LockCommand command) {
        boolean same = table.status().held() == naive.rules.held.size()
                && table.status().waiting() == naive.rules.queue.size()
                && table.status().grace() == naive.grace()
                && table.nextDeadline().filter(next -> next.compareTo(now) <= 0).isEmpty();
        if (!same) {
            throw new AssertionError(command + " at " + now + " leads to " + table.status());
        }
        for (NaiveLock one : naive.rules.held) {
            for (NaiveLock other : naive.rules.held) {
                if (one.conflictsWith(other) && !one.isSame(other) && !NaiveEstate.isOnItsWay(one, other)) {
                    throw new AssertionError(one + " and " + other + " are held");
                }
            }
        }
        if (step % LOOK_AT_ALL == 0) {
            requireSameLocks();
        }
    }

    private void requireSameLocks() {
        List<String> holders = new ArrayList<>();
        int waiters = 0;
        for (LockInfo lock : table.locks(LockFilter.ALL, 1000, now).all(now)) {
            lock.holders()
                    .forEach(holder -> holders.add(
                            lock.key() + " " + holder.member() + " " + holder.session() + " " + holder.count()));
            waiters += lock.waiters().size();
        }
        assertThat(holders).containsExactlyInAnyOrderElementsOf(naiveHolders());
        assertThat(waiters)
                .isEqualTo(naive.rules.queue.stream()
                        .mapToInt(wait -> wait.locks().size())
                        .sum());
    }

    private List<String> naiveHolders() {
        Map<List<Object>, String> holders = new HashMap<>();
        for (NaiveLock lock : naive.rules.held) {
            long count = naive.rules.held.stream()
                    .filter(other -> other.key().equals(lock.key()) && other.sameSession(lock))
                    .count();
            String holder = lock.key() + " " + lock.ticket().owner().member() + " " + lock.session() + " " + count;
            holders.put(List.of(lock.key(), lock.ticket().owner(), lock.session()), holder);
        }
        return List.copyOf(holders.values());
    }

    /** Each waits for the next one, and the victim is the youngest. */
    private void requireDeadlock(DeadlockFound found) {
        List<NaiveWait> cycle = found.requests().stream().map(this::waiting).toList();
        for (int i = 0; i < cycle.size(); i++) {
            NaiveLock next = cycle.get((i + 1) % cycle.size()).first();
            assertThat(naive.rules.reasons(cycle.get(i)))
                    .as("%s: %s", found, i)
                    .anyMatch(reason -> reason.sameParty(next));
        }
        int victim = naive.rules.queue.indexOf(cycle.get(found.deadlock().victim()));
        assertThat(cycle).allMatch(wait -> naive.rules.queue.indexOf(wait) <= victim);
    }

    private NaiveWait waiting(Ticket ticket) {
        return naive.rules.queue.stream()
                .filter(wait -> wait.ticket().equals(ticket))
                .findAny()
                .orElseThrow();
    }

    private void requireNoDeadlock(Optional<Ticket> waits) {
        if (naive.grace()) {
            return;
        }
        if (waits.isPresent() && naive.rules.isInCycle(waiting(waits.get()))) {
            throw new AssertionError(waits.get() + " is in a deadlock that was not found");
        }
        if (cycleSince.isEmpty() && step % LOOK_FOR_DEADLOCKS != 0) {
            return;
        }
        boolean any = false;
        for (NaiveWait wait : naive.rules.queue) {
            any |= naive.rules.isInCycle(wait);
        }
        if (any
                && cycleSince
                        .filter(since -> now.minus(since).compareTo(FOUND_AT_THE_LATEST) >= 0)
                        .isPresent()) {
            throw new AssertionError("there has been a deadlock since " + cycleSince.get());
        }
        cycleSince = any ? Optional.of(cycleSince.orElse(now)) : Optional.empty();
    }
}
