package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.lock.internal.TableFixture.A;
import static org.asterism.lock.internal.TableFixture.B;
import static org.asterism.lock.internal.TableFixture.KEY;
import static org.asterism.lock.internal.TableFixture.LEASE;
import static org.asterism.lock.internal.TableFixture.NO_TIME;
import static org.asterism.lock.internal.TableFixture.granted;
import static org.asterism.lock.internal.TableFixture.isGranted;
import static org.asterism.lock.internal.TableFixture.token;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Declare;
import org.asterism.lock.internal.LockCommand.Declared;
import org.asterism.lock.internal.LockCommand.Died;
import org.asterism.lock.internal.LockCommand.Disconnected;
import org.asterism.lock.internal.LockCommand.Epoch;
import org.asterism.lock.internal.LockCommand.Present;
import org.asterism.lock.internal.LockCommand.Renew;
import org.asterism.lock.internal.LockCommand.Settled;
import org.asterism.lock.internal.LockCommand.Tick;
import org.asterism.lock.internal.LockEffect.Freed;
import org.asterism.lock.internal.LockEffect.GraceOver;
import org.asterism.lock.internal.LockEffect.Granted;
import org.asterism.lock.internal.LockEffect.LeaseTold;
import org.asterism.lock.internal.LockEffect.Lost;
import org.asterism.lock.internal.LockEffect.TimedOut;
import org.asterism.lock.internal.LockEffect.Withdrawn;
import org.junit.jupiter.api.Test;

class LockTableTest {

    private final TableFixture table = new TableFixture(new Bounds(1000, 1000, 1000));

    @Test
    void tokensCarryTheEpochAndGoOnFromWhatIsDeclared() {
        table.apply(new Epoch(7));
        table.apply(declare(A, claim(A, LockMode.SHARED), (7L << 32) + 5));
        table.openForAll();
        assertThat(token(table.acquire(B, 2, LockMode.SHARED))).isEqualTo((7L << 32) + 6);
        table.apply(new Epoch(9));
        assertThat(token(table.acquire(B, 3, LockMode.SHARED))).isEqualTo((9L << 32) + 1);
    }

    @Test
    void nothingIsGrantedBeforeEveryoneHasDeclared() {
        table.apply(new Present(Set.of(A, B)));
        table.apply(new Settled(true));
        assertThat(table.acquire(A, 1, LockMode.EXCLUSIVE)).isEmpty();
        assertThat(isFree(A, "other")).isFalse();
        assertThat(table.apply(new Declare(A, List.of(), true))).containsExactly(new LeaseTold(A, true, Set.of()));
        assertThat(table.apply(declare(B, claim(B, LockMode.EXCLUSIVE), 5)))
                .containsExactly(new LeaseTold(B, true, Set.of()), new GraceOver("everyone has declared"));
        assertThat(table.release(B, 1)).singleElement().isInstanceOf(Granted.class);
    }

    @Test
    void aDeclarationCountsThatComesBeforeTheNewsOfItsMember() {
        table.apply(new Present(Set.of(A)));
        table.apply(new Declare(B, List.of(), true));
        table.apply(new Present(Set.of(A)));
        table.apply(new Present(Set.of(A, B)));
        table.apply(new Settled(true));
        assertThat(table.table.status().grace()).isTrue();
        table.apply(new Declare(A, List.of(), true));
        assertThat(table.table.status().grace()).isFalse();
    }

    @Test
    void whoHasDeclaredMayHaveMoreOfTheSameAtOnceButNothingStronger() {
        table.apply(declare(A, claim(A, LockMode.SHARED), 5));
        assertThat(isGranted(table.acquire(A, "s1", 2, KEY, LockMode.SHARED))).isTrue();
        assertThat(isGranted(table.acquire(A, "s1", 3, KEY, LockMode.EXCLUSIVE)))
                .isFalse();
        Declare ofB = declare(B, claim(B, LockMode.SHARED), 4);
        assertThat(table.apply(ofB)).containsExactly(new LeaseTold(B, true, Set.of()));
    }

    @Test
    void anIncompleteViewKeepsTheWindowOpenForALease() {
        table.apply(new Present(Set.of(A)));
        table.apply(new Settled(false));
        table.apply(new Declare(A, List.of(), true));
        table.now = LEASE.minusMillis(1);
        assertThat(table.acquire(A, 1, LockMode.SHARED)).isEmpty();
        assertThat(table.table.status().grace()).isTrue();
        assertThat(table.table.nextDeadline()).contains(LEASE);
        table.now = LEASE;
        assertThat(table.apply(new Tick())).hasSize(2).last().isInstanceOf(Granted.class);
    }

    @Test
    void requestsThatWaitedBeforeARestartKeepTheirOrder() {
        table.apply(asked(A, 1, Duration.ofSeconds(1)));
        table.apply(asked(B, 1, Duration.ofSeconds(3)));
        table.apply(new Settled(true));
        assertThat(table.table
                        .locks(LockFilter.ALL, 1, table.now)
                        .all(table.now)
                        .get(0)
                        .holders()
                        .get(0)
                        .member())
                .isEqualTo(B.member());
        table.acquire(A, 2, LockMode.EXCLUSIVE);
        table.apply(asked(B, 2, Duration.ofMillis(1)));
        assertThat(isGranted(table.release(B, 1))).isTrue();
        assertThat(table.release(A, 1)).singleElement().isEqualTo(granted(B, 2, 3));
    }

    private static Acquire asked(Owner owner, long number, Duration waited) {
        List<LockRequest> locks = List.of(new LockRequest(KEY, LockMode.EXCLUSIVE));
        return new Acquire(owner, "s" + number, "s" + number, number, locks, waited, TableFixture.LONG);
    }

    @Test
    void ofTwoThatDeclareTheSameTheLaterGrantedHasIt() {
        table.apply(declare(A, claim(A, LockMode.EXCLUSIVE), 5));
        assertThat(table.apply(declare(B, claim(B, LockMode.EXCLUSIVE), 6)))
                .first()
                .isInstanceOfSatisfying(
                        Lost.class, lost -> assertThat(lost.cause()).isEqualTo(LockLoss.Cause.FREED));
        assertThat(table.apply(new Renew(A, 1, Set.of(1L)))).containsExactly(new LeaseTold(A, true, Set.of(1L)));
        assertThat(table.apply(declare(A, claim(A, LockMode.EXCLUSIVE), 5)))
                .containsExactly(new LeaseTold(A, true, Set.of(1L)));
        assertThat(table.table.status().held()).isEqualTo(1);
    }

    @Test
    void sharedRequestsDoNotOvertakeAnExclusiveOne() {
        table.openForAll();
        table.acquire(A, 1, LockMode.SHARED);
        assertThat(table.acquire(B, 1, LockMode.EXCLUSIVE)).isEmpty();
        assertThat(table.acquire(B, 2, LockMode.SHARED)).isEmpty();
        assertThat(table.release(A, 1)).containsExactly(granted(B, 1, 2));
        assertThat(table.release(B, 1)).containsExactly(granted(B, 2, 3));
    }

    @Test
    void theOnlyHolderUpgradesThoughOthersWait() {
        table.openForAll();
        table.acquire(A, "s", 1, KEY, LockMode.SHARED);
        table.acquire(B, 1, LockMode.EXCLUSIVE);
        table.acquire(B, 2, LockMode.SHARED);
        assertThat(isGranted(table.acquire(A, "s", 2, KEY, LockMode.EXCLUSIVE))).isTrue();
    }

    @Test
    void askingAgainIsTheSameRequest() {
        table.openForAll();
        long token = token(table.acquire(A, 1, LockMode.EXCLUSIVE));
        assertThat(token(table.acquire(A, 1, LockMode.EXCLUSIVE))).isEqualTo(token);
        table.release(A, 1);
        assertThat(table.table.locks(LockFilter.ALL, 10, table.now).all(table.now))
                .isEmpty();
    }

    @Test
    void aLostOwnerKeepsItsLocksUntilTheLeaseIsOver() {
        table.openForAll();
        table.acquire(A, 1, LockMode.EXCLUSIVE);
        table.acquire(B, "s", 1, Duration.ofSeconds(60), new LockRequest(KEY, LockMode.EXCLUSIVE));
        table.apply(new Disconnected(A));
        table.apply(new Present(Set.of(B)));
        table.now = Duration.ofSeconds(9);
        assertThat(table.apply(new Declare(B, List.of(), true))).containsExactly(new LeaseTold(B, true, Set.of()));
        table.now = LEASE;
        assertThat(table.apply(new Tick()))
                .containsExactly(new Freed(A, 1, "its lease is over"), new Granted(new Ticket(B, 1), 2, 1, true));
    }

    @Test
    void aCertainDeathFreesAtOnce() {
        table.openForAll();
        table.acquire(A, 1, LockMode.EXCLUSIVE);
        table.acquire(B, 1, LockMode.EXCLUSIVE);
        assertThat(table.apply(new Died(A, "test"))).containsExactly(new Freed(A, 1, "test"), granted(B, 1, 2));
        Owner newB = new Owner(B.member(), "2");
        assertThat(table.apply(new Present(Set.of(newB))))
                .containsExactly(new Freed(B, 1, "a new incarnation has come"));
    }

    @Test
    void whatItsOwnerDoesNotMentionIsFreed() {
        table.openForAll();
        table.apply(new Declare(A, List.of(), true));
        table.acquire(A, 1, LockMode.SHARED);
        table.acquire(A, 2, LockMode.SHARED);
        table.apply(new Renew(A, 1, 2, TicketNumbers.of(Set.of(2L))));
        assertThat(table.table.status().held()).as("part above 1").isEqualTo(2);
        assertThat(table.apply(new Renew(A, 1, Set.of(9L)))).containsExactly(new LeaseTold(A, true, Set.of(9L)));
        assertThat(table.table.status().held()).isEqualTo(1);
        assertThat(table.apply(new Renew(B, 0, Set.of()))).containsExactly(new LeaseTold(B, false, Set.of()));
    }

    @Test
    void waitingEndsInTimeOrWhenItIsWithdrawn() {
        table.openForAll();
        LockRequest shared = new LockRequest(KEY, LockMode.SHARED);
        table.acquire(A, 1, LockMode.EXCLUSIVE);
        assertThat(table.acquire(B, "s", 1, NO_TIME, shared)).containsExactly(new TimedOut(new Ticket(B, 1), false));
        table.acquire(B, "s", 2, Duration.ofSeconds(1), shared);
        table.acquire(B, "s", 3, Duration.ofSeconds(2), shared);
        assertThat(table.release(B, 3)).containsExactly(new Withdrawn(new Ticket(B, 3)));
        assertThat(table.table.nextDeadline()).contains(Duration.ofSeconds(1));
        assertThat(table.acquire(B, "s", 2, Duration.ofSeconds(2), shared)).isEmpty();
        table.now = Duration.ofSeconds(1);
        assertThat(table.apply(new Tick())).isEmpty();
        assertThat(table.acquire(B, "s", 2, NO_TIME, shared)).containsExactly(new TimedOut(new Ticket(B, 2), false));
    }

    @Test
    void whoWaitsInVainInTheGraceWindowHearsOfIt() {
        LockRequest shared = new LockRequest(KEY, LockMode.SHARED);
        assertThat(table.acquire(B, "s", 1, NO_TIME, shared)).containsExactly(new TimedOut(new Ticket(B, 1), true));
        table.acquire(B, "s", 2, Duration.ofSeconds(1), shared);
        table.now = Duration.ofSeconds(1);
        assertThat(table.apply(new Tick())).containsExactly(new TimedOut(new Ticket(B, 2), true));
    }

    private boolean isFree(Owner owner, String session) {
        return table.table.isFree(owner, session, new LockRequest(KEY, LockMode.SHARED));
    }

    private static Claim claim(Owner owner, LockMode mode) {
        return new Claim(new Ticket(owner, 1), "s1", "s1", KEY, mode);
    }

    private static Declare declare(Owner owner, Claim claim, long token) {
        return new Declare(owner, List.of(new Declared(claim, token)), true);
    }
}
