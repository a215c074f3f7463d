package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.asterism.cluster.MemberId;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Declare;
import org.asterism.lock.internal.LockCommand.Declared;
import org.asterism.lock.internal.LockCommand.Died;
import org.asterism.lock.internal.LockCommand.Epoch;
import org.asterism.lock.internal.LockCommand.Present;
import org.asterism.lock.internal.LockCommand.Release;
import org.asterism.lock.internal.LockCommand.Renew;
import org.asterism.lock.internal.LockCommand.Settled;
import org.asterism.lock.internal.LockCommand.Tick;
import org.asterism.lock.internal.LockEffect.Freed;
import org.asterism.lock.internal.LockEffect.GraceOver;
import org.asterism.lock.internal.LockEffect.Granted;
import org.asterism.lock.internal.LockEffect.LeaseTold;
import org.asterism.lock.internal.LockEffect.Refused;
import org.asterism.lock.internal.LockEffect.TimedOut;
import org.asterism.lock.internal.LockEffect.Withdrawn;
import org.junit.jupiter.api.Test;

class LockTableTest {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final LockKey KEY = LockKey.of("test", "key");
    private static final Owner A = new Owner(new MemberId("a"), "1");
    private static final Owner B = new Owner(new MemberId("b"), "1");

    private final LockTable table = new LockTable(new Bounds(2, 2, 3), LEASE, Duration.ZERO);
    private Duration now = Duration.ZERO;

    @Test
    void tokensCarryTheEpochAndGoOnFromWhatIsDeclared() {
        apply(new Epoch(7));
        apply(new Declare(A, List.of(new Declared(claim(A, 1, LockMode.SHARED), (7L << 32) + 5)), true));
        openForAll();
        assertThat(granted(acquire(B, 2, LockMode.SHARED))).isEqualTo((7L << 32) + 6);
        apply(new Epoch(9));
        assertThat(granted(acquire(B, 3, LockMode.SHARED))).isEqualTo((9L << 32) + 1);
    }

    @Test
    void nothingIsGrantedBeforeEveryoneHasDeclared() {
        apply(new Present(Set.of(A, B)));
        apply(new Settled(true));
        assertThat(acquire(A, 1, LockMode.EXCLUSIVE)).isEmpty();
        assertThat(apply(new Declare(A, List.of(), true))).containsExactly(new LeaseTold(A, true, Set.of()));
        Declare ofB = new Declare(B, List.of(new Declared(claim(B, 1, LockMode.EXCLUSIVE), 5)), true);
        assertThat(apply(ofB))
                .containsExactly(new LeaseTold(B, true, Set.of()), new GraceOver("everyone has declared"));
        assertThat(apply(new Release(new Ticket(B, 1)))).singleElement().isInstanceOf(Granted.class);
    }

    @Test
    void anIncompleteViewKeepsTheWindowOpenForALease() {
        apply(new Present(Set.of(A)));
        apply(new Settled(false));
        apply(new Declare(A, List.of(), true));
        now = LEASE.minusMillis(1);
        assertThat(acquire(A, 1, LockMode.SHARED)).isEmpty();
        assertThat(table.status().grace()).isTrue();
        assertThat(table.nextDeadline()).contains(LEASE);
        now = LEASE;
        assertThat(apply(new Tick())).hasSize(2).last().isInstanceOf(Granted.class);
    }

    @Test
    void ofTwoThatDeclareTheSameTheLaterGrantedHasIt() {
        apply(new Declare(A, List.of(new Declared(claim(A, 1, LockMode.EXCLUSIVE), 5)), true));
        apply(new Declare(B, List.of(new Declared(claim(B, 1, LockMode.EXCLUSIVE), 6)), true));
        assertThat(apply(new Renew(A, 1, Set.of(1L)))).containsExactly(new LeaseTold(A, true, Set.of(1L)));
        Declare older = new Declare(A, List.of(new Declared(claim(A, 1, LockMode.EXCLUSIVE), 5)), true);
        assertThat(apply(older)).containsExactly(new LeaseTold(A, true, Set.of(1L)));
        assertThat(table.status().held()).isEqualTo(1);
    }

    @Test
    void sharedRequestsDoNotOvertakeAnExclusiveOne() {
        openForAll();
        acquire(A, 1, LockMode.SHARED);
        assertThat(acquire(B, 1, LockMode.EXCLUSIVE)).isEmpty();
        assertThat(acquire(B, 2, LockMode.SHARED)).isEmpty();
        assertThat(apply(new Release(new Ticket(A, 1)))).containsExactly(new Granted(new Ticket(B, 1), 2, false));
        assertThat(apply(new Release(new Ticket(B, 1)))).containsExactly(new Granted(new Ticket(B, 2), 3, false));
    }

    @Test
    void theOnlyHolderUpgradesAtOnce() {
        openForAll();
        apply(new Acquire(new Claim(new Ticket(A, 1), "s", KEY, LockMode.SHARED), LONG));
        acquire(B, 1, LockMode.EXCLUSIVE);
        LockCommand upgrade = new Acquire(new Claim(new Ticket(A, 2), "s", KEY, LockMode.EXCLUSIVE), LONG);
        assertThat(apply(upgrade)).singleElement().isInstanceOf(Granted.class);
    }

    @Test
    void askingAgainIsTheSameRequest() {
        openForAll();
        long token = granted(acquire(A, 1, LockMode.EXCLUSIVE));
        assertThat(granted(acquire(A, 1, LockMode.EXCLUSIVE))).isEqualTo(token);
        apply(new Release(new Ticket(A, 1)));
        assertThat(table.locks(10, now)).isEmpty();
    }

    @Test
    void aBoundThatIsReachedIsSaid() {
        openForAll();
        acquire(A, 1, LockMode.EXCLUSIVE);
        acquire(B, 1, LockMode.EXCLUSIVE);
        acquire(B, 2, LockMode.EXCLUSIVE);
        assertThat(acquire(A, 2, LockMode.EXCLUSIVE)).singleElement().isInstanceOf(Refused.class);
        assertThat(granted(apply(new Acquire(claim(A, 3, "x"), LONG)))).isPositive();
        assertThat(apply(new Acquire(claim(A, 4, "y"), LONG))).singleElement().isInstanceOf(Refused.class);
        apply(new Acquire(claim(B, 5, "x"), LONG));
        assertThat(apply(new Acquire(claim(B, 6, "x"), LONG))).singleElement().isInstanceOf(Refused.class);
        assertThat(table.status().refused()).isEqualTo(3);
    }

    @Test
    void aLostOwnerKeepsItsLocksUntilTheLeaseIsOver() {
        openForAll();
        acquire(A, 1, LockMode.EXCLUSIVE);
        acquire(B, 1, LockMode.EXCLUSIVE, Duration.ofSeconds(60));
        apply(new LockCommand.Disconnected(A));
        apply(new Present(Set.of(B)));
        now = Duration.ofSeconds(9);
        assertThat(apply(new Declare(B, List.of(), true))).containsExactly(new LeaseTold(B, true, Set.of()));
        now = LEASE;
        assertThat(apply(new Tick()))
                .containsExactly(new Freed(A, 1, "its lease is over"), new Granted(new Ticket(B, 1), 2, true));
    }

    @Test
    void aCertainDeathFreesAtOnce() {
        openForAll();
        acquire(A, 1, LockMode.EXCLUSIVE);
        acquire(B, 1, LockMode.EXCLUSIVE);
        assertThat(apply(new Died(A, "test")))
                .containsExactly(new Freed(A, 1, "test"), new Granted(new Ticket(B, 1), 2, false));
        Owner newB = new Owner(B.member(), "2");
        assertThat(apply(new Present(Set.of(newB)))).containsExactly(new Freed(B, 1, "a new incarnation has come"));
    }

    @Test
    void whatItsOwnerDoesNotMentionIsFreed() {
        openForAll();
        apply(new Declare(A, List.of(), true));
        acquire(A, 1, LockMode.SHARED);
        acquire(A, 2, LockMode.SHARED);
        assertThat(apply(new Renew(A, 1, Set.of(9L)))).containsExactly(new LeaseTold(A, true, Set.of(9L)));
        assertThat(table.status().held()).isEqualTo(1);
        assertThat(apply(new Renew(B, 0, Set.of()))).containsExactly(new LeaseTold(B, false, Set.of()));
    }

    @Test
    void waitingEndsInTimeOrWhenItIsWithdrawn() {
        openForAll();
        acquire(A, 1, LockMode.EXCLUSIVE);
        assertThat(acquire(B, 1, LockMode.SHARED, Duration.ZERO)).containsExactly(new TimedOut(new Ticket(B, 1)));
        acquire(B, 2, LockMode.SHARED, Duration.ofSeconds(1));
        acquire(B, 3, LockMode.SHARED, Duration.ofSeconds(2));
        assertThat(apply(new Release(new Ticket(B, 3)))).containsExactly(new Withdrawn(new Ticket(B, 3)));
        assertThat(table.nextDeadline()).contains(Duration.ofSeconds(1));
        now = Duration.ofSeconds(1);
        assertThat(apply(new Tick())).containsExactly(new TimedOut(new Ticket(B, 2)));
    }

    private void openForAll() {
        apply(new Settled(true));
        assertThat(table.status().grace()).isFalse();
    }

    private List<LockEffect> apply(LockCommand command) {
        return table.apply(command, now);
    }

    private List<LockEffect> acquire(Owner owner, long request, LockMode mode) {
        return acquire(owner, request, mode, LONG);
    }

    private List<LockEffect> acquire(Owner owner, long request, LockMode mode, Duration patience) {
        return apply(new Acquire(claim(owner, request, mode), patience));
    }

    private static long granted(List<LockEffect> effects) {
        assertThat(effects).singleElement().isInstanceOf(Granted.class);
        return ((Granted) effects.get(0)).token();
    }

    private static Claim claim(Owner owner, long request, LockMode mode) {
        return new Claim(new Ticket(owner, request), "s" + request, KEY, mode);
    }

    private static Claim claim(Owner owner, long request, String name) {
        return new Claim(new Ticket(owner, request), "s" + request, LockKey.of("test", name), LockMode.EXCLUSIVE);
    }
}
