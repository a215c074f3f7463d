package org.asterism.lock.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.lock.Deadlock;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockServerStatus;
import org.asterism.lock.LockStatistics;
import org.asterism.lock.internal.LockEffect.GraceOver;
import org.asterism.lock.internal.LockEffect.TimedOut;
import org.asterism.lock.internal.LockStatisticsBook.Event;

/**
 * All locks of the cluster. Deterministic, for one thread; {@code now} is the time since any fixed moment and never goes
 * back. Begins with a {@link GraceWindow}.
 */
public final class LockTable {

    private final long lease;
    private final GraceWindow grace;
    private final List<LockEffect> effects = new ArrayList<>();
    private final BoundsWatch watch;
    private final LockLedger ledger;
    private final Deadlocks deadlocks;
    private final Granting granting;
    private final LockAdmission admission;
    private final LockOwners owners;
    private final Moves moves;
    private final Commands commands;
    private final LockViews views;

    /** Ends deadlocks at the cost of the youngest. */
    public LockTable(Bounds bounds, Duration lease, Duration now) {
        this(bounds, lease, DeadlockVictim.YOUNGEST, lease, now);
    }

    /** @param keep how long the locks of a session that may move wait for it when its owner is dead; zero: not at all */
    public LockTable(Bounds bounds, Duration lease, DeadlockVictim victim, Duration keep, Duration now) {
        this.lease = Nanos.of(lease);
        this.grace = new GraceWindow(now.plus(lease));
        this.watch = new BoundsWatch(bounds, effects);
        this.ledger = new LockLedger(watch, effects);
        Obstacles obstacles = new Obstacles(ledger.index());
        this.deadlocks = new Deadlocks(ledger, obstacles, victim, effects);
        this.granting = new Granting(grace, ledger, obstacles, deadlocks, effects);
        Limits limits = new Limits(bounds, watch, ledger, effects);
        this.admission = new LockAdmission(grace, ledger, limits, obstacles, granting, deadlocks, effects);
        this.moves = new Moves(grace, ledger, this.lease, Nanos.of(keep), effects);
        this.owners = new LockOwners(grace, ledger, moves, effects);
        Declarations declarations =
                new Declarations(grace, ledger, granting.tokens(), deadlocks, moves.estates(), effects);
        Adoption adoption = new Adoption(ledger, moves.estates(), limits, granting, effects);
        this.commands = new Commands(grace, admission, owners, declarations, moves, adoption, granting.tokens());
        this.views = new LockViews(ledger);
    }

    /** What has to be told, in order. */
    public List<LockEffect> apply(LockCommand command, Duration time) {
        long now = Nanos.of(time);
        pass(now, time);
        commands.change(command, now);
        granting.serve(now);
        closeGrace(now, time);
        endDeadlocks(now);
        List<LockEffect> told = List.copyOf(effects);
        effects.clear();
        return told;
    }

    /** Everything that ends by now ends before anyone is served. */
    private void pass(long now, Duration time) {
        owners.expire(now, lease);
        moves.expire(now);
        while (ledger.firstDeadline().filter(first -> first.deadline <= now).isPresent()) {
            Request request = ledger.firstDeadline().orElseThrow();
            ledger.withdraw(request);
            ledger.statistics().count(Event.TIMED_OUT);
            effects.add(new TimedOut(request.ticket(), grace.open()));
        }
        granting.serve(now);
        closeGrace(now, time);
    }

    private void closeGrace(long now, Duration time) {
        if (grace.open()) {
            grace.close(time).ifPresent(cause -> {
                effects.add(new GraceOver(cause));
                granting.lookAtAll();
                granting.serve(now);
            });
        }
    }

    private void endDeadlocks(long now) {
        deadlocks.lookLater(now);
        deadlocks.lookIfItIsTime(now);
        while (!grace.open() && deadlocks.endOne(now)) {
            granting.serve(now);
        }
    }

    /** When a command should be applied at the latest, if only to let time pass. */
    public Optional<Duration> nextDeadline() {
        long next = Long.MAX_VALUE;
        if (grace.open()) {
            next = Nanos.of(grace.end());
        }
        OwnerBook silent = ledger.books().first().orElse(null);
        if (silent != null) {
            next = Math.min(next, silent.contact + lease);
        }
        Request waiting = ledger.firstDeadline().orElse(null);
        if (waiting != null) {
            next = Math.min(next, waiting.deadline);
        }
        next = Math.min(next, moves.nextEnd());
        next = Math.min(next, deadlocks.nextLook().orElse(Long.MAX_VALUE));
        return next == Long.MAX_VALUE ? Optional.empty() : Optional.of(Duration.ofNanos(next));
    }

    /** Whether this session would be granted the lock at once. Takes nothing. */
    public boolean isFree(Owner owner, String session, LockRequest lock) {
        return admission.isFree(owner, session, lock);
    }

    /** Begins a list of those that pass the filter, sorted by key, at most {@code limit}. */
    public Listing locks(LockFilter filter, int limit, Duration now) {
        return views.locks(filter, limit, Nanos.of(now));
    }

    /** Begins a list of what overlaps with this key, sorted by key, at most {@code limit}. */
    public Listing overlapping(LockKey key, int limit) {
        return views.overlapping(key, limit);
    }

    /** What has been held for at least that long, the oldest first: of so many grants. */
    public List<LockInfo> heldLongest(Duration age, int grants, Duration now) {
        return views.heldLongest(Nanos.of(age), grants, Nanos.of(now));
    }

    /** The last ten, newest first; without stacks, which the table does not know. */
    public List<Deadlock> deadlocks() {
        return deadlocks.kept();
    }

    public LockServerStatus status() {
        return ledger.statistics().status(grace.open());
    }

    public LockStatistics statistics(Duration now) {
        return StatisticsView.of(ledger, watch, grace.open(), Nanos.of(now));
    }
}
