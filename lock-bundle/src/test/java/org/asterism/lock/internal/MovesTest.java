package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.lock.internal.TableFixture.A;
import static org.asterism.lock.internal.TableFixture.B;
import static org.asterism.lock.internal.TableFixture.KEEP;
import static org.asterism.lock.internal.TableFixture.KEY;
import static org.asterism.lock.internal.TableFixture.LEASE;
import static org.asterism.lock.internal.TableFixture.isGranted;
import static org.asterism.lock.internal.TableFixture.token;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.asterism.cluster.MemberId;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.LockCommand.Adopt;
import org.asterism.lock.internal.LockCommand.Declare;
import org.asterism.lock.internal.LockCommand.Died;
import org.asterism.lock.internal.LockCommand.Discard;
import org.asterism.lock.internal.LockCommand.Fetch;
import org.asterism.lock.internal.LockCommand.Present;
import org.asterism.lock.internal.LockCommand.Renew;
import org.asterism.lock.internal.LockCommand.Tick;
import org.asterism.lock.internal.LockCommand.Yielded;
import org.asterism.lock.internal.LockEffect.Fetched;
import org.asterism.lock.internal.LockEffect.Freed;
import org.asterism.lock.internal.LockEffect.Granted;
import org.asterism.lock.internal.LockEffect.LeaseTold;
import org.asterism.lock.internal.LockEffect.PromoteLost;
import org.asterism.lock.internal.LockEffect.Yield;
import org.junit.jupiter.api.Test;

/** The session {@code s~} goes from A to B, and C wants what it holds. */
class MovesTest {

    private static final String S = "s~";
    private static final LockRequest LOCK = new LockRequest(KEY, LockMode.EXCLUSIVE);
    private static final Owner C = new Owner(new MemberId("c"), "1");

    private final TableFixture table = TableFixture.open();
    private final long before = token(table.acquire(A, S, 1, KEY, LockMode.EXCLUSIVE));

    @Test
    void nothingIsAdoptedBeforeTheOwnerThatIsLeftHasGivenItUp() {
        List<LockEffect> asked = table.apply(new Fetch(B, S));
        Yield yield = (Yield) asked.get(0);
        assertThat(asked).containsExactly(new Yield(A, S, yield.number()), new Fetched(B, S, false, List.of()));
        assertThat(table.apply(adopt(5))).singleElement().isInstanceOf(PromoteLost.class);
        assertThat(table.apply(new Fetch(B, S)))
                .as("the owner is not asked all the time")
                .containsExactly(new Fetched(B, S, false, List.of()));

        assertThat(table.apply(new Yielded(A, S, yield.number() + 1))).isEmpty();
        assertThat(table.apply(new Fetch(B, S))).containsExactly(new Fetched(B, S, false, List.of()));
        table.apply(new Yielded(A, S, yield.number()));
        assertThat(table.apply(new Fetch(B, S))).containsExactly(new Fetched(B, S, true, List.of(LOCK)));
        assertThat(token(table.apply(adopt(6)))).isGreaterThan(before);
        assertThat(table.apply(new Fetch(B, S))).containsExactly(new Fetched(B, S, true, List.of()));
        assertThat(table.apply(adopt(6))).as("asked again").singleElement().isInstanceOf(Granted.class);
        assertThat(table.apply(adopt(7))).singleElement().isInstanceOf(PromoteLost.class);
    }

    @Test
    void nobodyComesBetween() {
        assertThat(table.acquire(C, 1, LockMode.EXCLUSIVE)).isEmpty();
        move();
        assertThat(table.table.status().held()).isEqualTo(1);
        assertThat(table.table.status().waiting()).isEqualTo(1);
        assertThat(isGranted(table.release(B, 5))).as("C").isTrue();
    }

    @Test
    void whoCannotBeAskedKeepsItUntilItsLeaseIsOver() {
        table.apply(new Fetch(B, S));
        table.now = LEASE.minusNanos(1);
        table.apply(new Renew(B, 0, Set.of()));
        assertThat(table.apply(new Fetch(B, S))).contains(new Fetched(B, S, false, List.of()));
        table.now = LEASE;
        assertThat(table.apply(new Fetch(B, S))).contains(new Fetched(B, S, true, List.of(LOCK)));
        assertThat(isGranted(table.apply(adopt(5)))).isTrue();
    }

    @Test
    void whoAsksAfterTheLeaseWasOverGetsNothing() {
        table.now = LEASE;
        assertThat(table.apply(new Fetch(B, S))).contains(new Fetched(B, S, true, List.of()));
    }

    @Test
    void whatTheDeadLeaveWaitsForAWhile() {
        assertThat(isGranted(table.acquire(A, "s", 2, LockKey.of("test", "other"), LockMode.EXCLUSIVE)))
                .isTrue();
        assertThat(table.apply(new Died(A, "killed")))
                .as("the session that cannot move")
                .containsExactly(new Freed(A, 1, "killed"));
        assertThat(table.table.status().held()).isEqualTo(1);
        table.now = KEEP.minusNanos(1);
        assertThat(table.apply(new Fetch(B, S))).containsExactly(new Fetched(B, S, true, List.of(LOCK)));
        table.now = KEEP;
        table.apply(new Tick());
        assertThat(table.table.status().held()).isZero();
        assertThat(table.apply(adopt(5))).singleElement().isInstanceOf(PromoteLost.class);
    }

    @Test
    void aNewLifeOfTheSameMemberMayAdoptToo() {
        Owner next = new Owner(A.member(), "2");
        table.apply(new Present(Set.of(next)));
        assertThat(table.apply(new Fetch(next, S))).containsExactly(new Fetched(next, S, true, List.of(LOCK)));
        assertThat(isGranted(table.apply(new Adopt(next, S, "t", 5, List.of(LOCK)))))
                .isTrue();
    }

    @Test
    void theDeadKeepNothingIfThatIsNotWanted() {
        LockTable strict =
                new LockTable(new Bounds(10, 10, 10), LEASE, DeadlockVictim.YOUNGEST, Duration.ZERO, Duration.ZERO);
        strict.apply(new LockCommand.Settled(true), Duration.ZERO);
        strict.apply(new LockCommand.Acquire(A, S, "t", 1, List.of(LOCK), Duration.ZERO, Duration.ZERO), Duration.ZERO);
        assertThat(strict.apply(new Died(A, "killed"), Duration.ZERO)).containsExactly(new Freed(A, 1, "killed"));
    }

    @Test
    void whoHasLeftHearsOfItWhenItRenewsOrDeclares() {
        table.apply(new Declare(A, List.of(), true));
        table.apply(new Fetch(B, S));
        assertThat(table.apply(new Renew(A, 1, Set.of(1L)))).containsExactly(new LeaseTold(A, true, Set.of(1L)));
        Claim claim = new Claim(new Ticket(A, 1), S, "t", KEY, LockMode.EXCLUSIVE);
        assertThat(table.apply(new Declare(A, List.of(new LockCommand.Declared(claim, before)), true)))
                .containsExactly(new LeaseTold(A, true, Set.of(1L)));
    }

    @Test
    void whatIsReleasedOnTheWayDoesNotCome() {
        Yield yield = (Yield) table.apply(new Fetch(B, S)).get(0);
        table.release(A, 1);
        table.apply(new Yielded(A, S, yield.number()));
        assertThat(table.apply(new Fetch(B, S))).containsExactly(new Fetched(B, S, true, List.of()));
    }

    @Test
    void aSessionThatHasEndedLetsGoWhenItsOwnerHasHeardIt() {
        Yield yield = (Yield) table.apply(new Discard(B, S)).get(0);
        assertThat(table.table.status().held()).isEqualTo(1);
        table.apply(new Yielded(A, S, yield.number()));
        assertThat(table.table.status().held()).isZero();
    }

    @Test
    void nobodyKnowsWhatIsHeldWhileTheTableIsNew() {
        TableFixture young = new TableFixture(new Bounds(10, 10, 10));
        assertThat(young.apply(new Fetch(B, S))).containsExactly(new Fetched(B, S, false, List.of()));
        assertThat(young.apply(new Discard(B, S))).containsExactly(new Fetched(B, S, false, List.of()));
    }

    @Test
    void onlyWhoKnowsTheSecretNamesTheSession() {
        String session = SessionName.movable("a-1", "a long secret");
        assertThat(session).doesNotContain("secret");
        assertThat(SessionName.isMovable(session)).isTrue();
        assertThat(SessionName.isMovable("a-1")).isFalse();
        assertThat(SessionName.isSecretOf(session, "a long secret")).isTrue();
        assertThat(SessionName.isSecretOf(session, "another secret")).isFalse();
        assertThat(SessionName.isSecretOf("a-1", "a long secret")).isFalse();
    }

    private void move() {
        Yield yield = (Yield) table.apply(new Fetch(B, S)).get(0);
        table.apply(new Yielded(A, S, yield.number()));
        assertThat(isGranted(table.apply(adopt(5)))).isTrue();
    }

    private static Adopt adopt(long first) {
        return new Adopt(B, S, "t", first, List.of(LOCK));
    }
}
