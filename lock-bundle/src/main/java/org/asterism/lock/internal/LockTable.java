package org.asterism.lock.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.asterism.lock.Deadlock;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockServerStatus;
import org.asterism.lock.LockStatistics;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Declare;
import org.asterism.lock.internal.LockCommand.Died;
import org.asterism.lock.internal.LockCommand.Disconnected;
import org.asterism.lock.internal.LockCommand.Epoch;
import org.asterism.lock.internal.LockCommand.Present;
import org.asterism.lock.internal.LockCommand.Release;
import org.asterism.lock.internal.LockCommand.Renew;
import org.asterism.lock.internal.LockCommand.Settled;
import org.asterism.lock.internal.LockEffect.GraceOver;

/**
 * All locks of the cluster. Deterministic, for one thread; {@code now} is the time since any fixed moment and never goes
 * back. Begins with a {@link GraceWindow}.
 */
public final class LockTable {

    private final Duration lease;
    private final GraceWindow grace;
    private final List<LockEffect> effects = new ArrayList<>();
    private final LockLedger ledger;
    private final LockAdmission admission;
    private final LockOwners owners;

    public LockTable(Bounds bounds, Duration lease, Duration now) {
        this.lease = lease;
        this.grace = new GraceWindow(now.plus(lease));
        this.ledger = new LockLedger(grace, effects);
        this.admission = new LockAdmission(bounds, grace, ledger, effects);
        this.owners = new LockOwners(grace, ledger, effects);
    }

    /** What has to be told, in order. */
    public List<LockEffect> apply(LockCommand command, Duration now) {
        pass(now);
        if (command instanceof Acquire acquire) {
            LockRequest lock = acquire.locks().get(0);
            Claim claim = new Claim(acquire.ticket(), acquire.session(), acquire.party(), lock.key(), lock.mode());
            admission.acquire(claim, acquire.patience(), now);
        } else if (command instanceof Release release) {
            owners.release(release.ticket(), now);
        } else if (command instanceof Settled settled) {
            grace.settled(settled.complete());
        } else if (command instanceof Epoch epoch) {
            ledger.epoch(epoch.epoch());
        } else {
            applyToOwners(command, now);
        }
        closeGrace(now);
        List<LockEffect> told = List.copyOf(effects);
        effects.clear();
        return told;
    }

    private void applyToOwners(LockCommand command, Duration now) {
        if (command instanceof Declare declare) {
            owners.declare(declare, now);
        } else if (command instanceof Renew renew) {
            owners.renew(renew, now);
        } else if (command instanceof Died died) {
            owners.died(died.owner(), died.cause(), now);
        } else if (command instanceof Disconnected disconnected) {
            owners.disconnected(disconnected.owner(), now);
        } else if (command instanceof Present present) {
            owners.present(present.owners(), now);
        }
    }

    /** Everything that ends by now ends before anyone is served. */
    private void pass(Duration now) {
        List<LockEntry> touched = new ArrayList<>(owners.expire(now, lease));
        touched.addAll(ledger.timeOut(now));
        ledger.serve(touched, now);
        closeGrace(now);
    }

    private void closeGrace(Duration now) {
        grace.close(now).ifPresent(cause -> {
            effects.add(new GraceOver(cause));
            ledger.serve(ledger.entries().all(), now);
        });
    }

    /** When a command should be applied at the latest, if only to let time pass. */
    public Optional<Duration> nextDeadline() {
        Stream<Duration> window = grace.open() ? Stream.of(grace.end()) : Stream.empty();
        Stream<Duration> leases =
                ledger.books().stream().map(book -> book.contact().plus(lease));
        return Stream.of(window, leases, ledger.firstDeadline().stream())
                .flatMap(times -> times)
                .min(Duration::compareTo);
    }

    /** Whether this session would be granted the lock at once. */
    public boolean isFree(Owner owner, String session, LockRequest lock) {
        throw new UnsupportedOperationException("to come");
    }

    public List<LockInfo> locks(LockFilter filter, int limit, Duration now) {
        return ledger.entries().describe(limit, now);
    }

    /** What overlaps with this key, sorted by key. */
    public List<LockInfo> overlapping(LockKey key, Duration now) {
        throw new UnsupportedOperationException("to come");
    }

    /** The last ten, newest first. */
    public List<Deadlock> deadlocks() {
        return List.of();
    }

    public LockStatistics statistics(Duration now) {
        throw new UnsupportedOperationException("to come");
    }

    public LockServerStatus status() {
        return ledger.counters().status(grace.open(), ledger.held(), ledger.waiting());
    }
}
