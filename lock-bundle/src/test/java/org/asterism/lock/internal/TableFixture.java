package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.asterism.cluster.MemberId;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Promote;
import org.asterism.lock.internal.LockCommand.Release;
import org.asterism.lock.internal.LockCommand.Settled;
import org.asterism.lock.internal.LockEffect.Granted;

/** A table and short words for what happens to it; time is walked by hand. */
final class TableFixture {

    static final Duration LEASE = Duration.ofSeconds(10);
    static final Duration KEEP = Duration.ofSeconds(30);
    static final Duration LONG = Duration.ofSeconds(5);
    static final Duration NO_TIME = Duration.ZERO;
    static final LockKey KEY = LockKey.of("test", "key");
    static final Owner A = new Owner(new MemberId("a"), "1");
    static final Owner B = new Owner(new MemberId("b"), "1");

    final LockTable table;
    Duration now = Duration.ZERO;

    TableFixture(Bounds bounds) {
        this(bounds, DeadlockVictim.YOUNGEST);
    }

    TableFixture(Bounds bounds, DeadlockVictim victim) {
        table = new LockTable(bounds, LEASE, victim, KEEP, now);
    }

    /** A table with room, where locks are granted. */
    static TableFixture open() {
        TableFixture fixture = new TableFixture(new Bounds(1000, 1000, 1000));
        fixture.openForAll();
        return fixture;
    }

    void openForAll() {
        apply(new Settled(true));
        assertThat(table.status().grace()).isFalse();
    }

    List<LockEffect> apply(LockCommand command) {
        return table.apply(command, now);
    }

    List<LockEffect> acquire(Owner owner, long number, LockMode mode) {
        return acquire(owner, "s" + number, number, KEY, mode);
    }

    List<LockEffect> acquire(Owner owner, String session, long number, LockKey key, LockMode mode) {
        return acquire(owner, session, number, LONG, new LockRequest(key, mode));
    }

    List<LockEffect> acquire(Owner owner, String session, long number, Duration patience, LockRequest... locks) {
        return apply(new Acquire(owner, session, session, number, List.of(locks), NO_TIME, patience));
    }

    /** A thread waits for this one. */
    List<LockEffect> block(Owner owner, String thread, long number, LockKey key, LockMode mode) {
        LockRequest lock = new LockRequest(key, mode);
        return apply(new Acquire(owner, "s" + number, thread, number, List.of(lock), NO_TIME, LONG));
    }

    List<LockEffect> promote(Owner owner, String session, long held, long number) {
        return apply(new Promote(owner, session, session, held, number, NO_TIME, LONG));
    }

    List<LockEffect> release(Owner owner, long number) {
        return apply(new Release(new Ticket(owner, number)));
    }

    static long token(List<LockEffect> effects) {
        assertThat(effects).singleElement().isInstanceOf(Granted.class);
        return ((Granted) effects.get(0)).firstToken();
    }

    static boolean isGranted(List<LockEffect> effects) {
        return effects.stream().anyMatch(Granted.class::isInstance);
    }

    static Granted granted(Owner owner, long number, long token) {
        return new Granted(new Ticket(owner, number), token, 1, false);
    }
}
