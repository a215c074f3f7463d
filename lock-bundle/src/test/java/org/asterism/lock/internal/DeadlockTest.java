package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.lock.internal.TableFixture.A;
import static org.asterism.lock.internal.TableFixture.B;
import static org.asterism.lock.internal.TableFixture.KEY;
import static org.asterism.lock.internal.TableFixture.granted;
import static org.asterism.lock.internal.TableFixture.isGranted;

import java.time.Duration;
import java.util.List;
import org.asterism.lock.Deadlock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Settled;
import org.asterism.lock.internal.LockCommand.Tick;
import org.asterism.lock.internal.LockEffect.DeadlockFound;
import org.asterism.lock.internal.LockEffect.Deadlocked;
import org.asterism.lock.internal.LockEffect.GraceOver;
import org.junit.jupiter.api.Test;

class DeadlockTest {

    private static final LockKey OTHER = LockKey.of("test", "other");
    private static final LockMode X = LockMode.EXCLUSIVE;

    private final TableFixture table = TableFixture.open();

    @Test
    void theYoungestOfACycleGivesWay() {
        table.block(A, "t1", 1, KEY, X);
        table.block(B, "t1", 1, OTHER, X);
        table.now = Duration.ofSeconds(1);
        assertThat(table.block(A, "t1", 2, OTHER, X)).isEmpty();
        table.now = Duration.ofSeconds(2);
        List<LockEffect> effects = table.block(B, "t1", 2, KEY, X);
        Deadlock deadlock = table.table.deadlocks().get(0);
        assertThat(effects)
                .containsExactly(
                        new DeadlockFound(deadlock, List.of(new Ticket(B, 2), new Ticket(A, 2))),
                        new Deadlocked(new Ticket(B, 2), deadlock));
        assertThat(deadlock.victim()).isZero();
        assertThat(deadlock.cycle())
                .containsExactly(
                        new Deadlock.Link(B.member(), "s2", "t1", KEY, X, Duration.ZERO, List.of()),
                        new Deadlock.Link(A.member(), "s2", "t1", OTHER, X, Duration.ofSeconds(1), List.of()));
        assertThat(table.release(B, 1)).containsExactly(granted(A, 2, 3));
        assertThat(table.table.statistics(table.now).deadlocks()).isEqualTo(1);
    }

    @Test
    void whoWaitsForTheSameKeyIsPartOfTheCycle() {
        table.block(A, "t1", 1, KEY, X);
        table.block(B, "t1", 1, OTHER, X);
        table.block(B, "t2", 2, KEY, LockMode.SHARED);
        table.block(B, "t1", 3, KEY, LockMode.EXCLUSIVE);
        assertThat(table.block(A, "t1", 2, OTHER, X))
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        Deadlocked.class, victim -> assertThat(victim.first()).isEqualTo(new Ticket(A, 2)));
    }

    @Test
    void aThreadThatWaitsForItselfIsACycleOfOne() {
        table.block(A, "t1", 1, KEY, X);
        assertThat(table.block(A, "t1", 2, KEY, X)).hasSize(2).last().isInstanceOf(Deadlocked.class);
        assertThat(table.block(B, "t1", 1, KEY, X))
                .as("a thread of another member")
                .isEmpty();
    }

    @Test
    void aSessionThatMayHoldALockOnlyOnceWaitsForItself() {
        table.acquire(A, "a", 1, KEY, LockMode.EXCLUSIVE_NON_CUMULATIVE);
        assertThat(table.acquire(A, "a", 2, KEY, LockMode.SHARED))
                .hasSize(2)
                .last()
                .isInstanceOf(Deadlocked.class);
    }

    @Test
    void twoWhoUpgradeWaitForEachOther() {
        table.acquire(A, "a", 1, KEY, LockMode.SHARED);
        table.acquire(B, "b", 1, KEY, LockMode.SHARED);
        assertThat(table.acquire(A, "a", 2, KEY, X)).isEmpty();
        assertThat(table.acquire(B, "b", 2, KEY, X)).hasSize(2).last().isInstanceOf(Deadlocked.class);
        assertThat(isGranted(table.release(B, 1))).isTrue();
    }

    @Test
    void queuesAloneAreNoDeadlock() {
        table.block(A, "t1", 1, KEY, X);
        table.block(A, "t2", 2, KEY, X);
        table.block(B, "t1", 1, KEY, X);
        assertThat(table.block(A, "t3", 3, KEY, X)).isEmpty();
        assertThat(table.table.deadlocks()).isEmpty();
    }

    @Test
    void nobodyGivesWayIfThatIsWanted() {
        TableFixture patient = new TableFixture(new Bounds(10, 10, 10), DeadlockVictim.NONE);
        patient.openForAll();
        patient.block(A, "t1", 1, KEY, X);
        assertThat(patient.block(A, "t1", 2, KEY, X))
                .singleElement()
                .isInstanceOfSatisfying(
                        DeadlockFound.class,
                        found -> assertThat(found.deadlock().victim()).isEqualTo(-1));
        assertThat(patient.table.status().waiting()).isEqualTo(1);
    }

    @Test
    void deadlocksOfTheGraceWindowAreFoundAtItsEnd() {
        TableFixture fresh = new TableFixture(new Bounds(10, 10, 10));
        Claim held = new Claim(new Ticket(A, 1), "s", "t1", KEY, X);
        fresh.apply(new LockCommand.Declare(A, List.of(new LockCommand.Declared(held, 1)), true));
        fresh.block(A, "t1", 2, KEY, X);
        assertThat(fresh.apply(new Settled(true))).hasSize(3).last().isInstanceOf(Deadlocked.class);
    }

    @Test
    void aCycleThatClosesWithoutANewRequestIsFoundALittleLater() {
        LockKey third = LockKey.of("test", "third");
        table.acquire(A, "x", 1, KEY, LockMode.SHARED);
        table.acquire(A, "x", 2, third, X);
        table.acquire(B, "y", 1, OTHER, X);
        table.acquire(B, "z", 2, KEY, LockMode.SHARED);
        both(A, "u", 3);
        assertThat(table.acquire(A, "x", 5, KEY, X)).as("passes u, waits for z").isEmpty();
        assertThat(table.acquire(B, "y", 3, third, X)).as("waits for x").isEmpty();
        assertThat(table.release(A, 1)).as("x waits for u now").isEmpty();
        table.now = table.now.plusSeconds(1);
        assertThat(table.table.nextDeadline()).contains(table.now);
        assertThat(table.apply(new Tick())).hasSize(2).last().isInstanceOf(Deadlocked.class);
    }

    private void both(Owner owner, String session, long first) {
        List<LockRequest> locks = List.of(new LockRequest(KEY, X), new LockRequest(OTHER, X));
        Acquire asked = new Acquire(owner, session, session, first, locks, Duration.ZERO, TableFixture.LONG);
        assertThat(table.apply(asked)).noneMatch(GraceOver.class::isInstance).isEmpty();
    }
}
