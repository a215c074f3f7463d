package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.lock.internal.TableFixture.A;
import static org.asterism.lock.internal.TableFixture.B;
import static org.asterism.lock.internal.TableFixture.KEY;
import static org.asterism.lock.internal.TableFixture.LONG;
import static org.asterism.lock.internal.TableFixture.granted;
import static org.asterism.lock.internal.TableFixture.isGranted;

import java.util.List;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss.Cause;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.LockCommand.Force;
import org.asterism.lock.internal.LockEffect.Granted;
import org.asterism.lock.internal.LockEffect.Lost;
import org.asterism.lock.internal.LockEffect.PromoteLost;
import org.asterism.lock.internal.LockEffect.Refused;
import org.junit.jupiter.api.Test;

/** Several locks at once, areas, promotion, force and questions. */
class LockRequestsTest {

    private static final LockKey OTHER = LockKey.of("test", "other");

    private final TableFixture table = TableFixture.open();

    @Test
    void severalAreGrantedTogetherOrNotAtAll() {
        table.acquire(B, "b", 1, OTHER, LockMode.EXCLUSIVE);
        assertThat(both(A, 10, LockMode.EXCLUSIVE)).isEmpty();
        assertThat(table.table.isFree(B, "c", exclusive(KEY)))
                .as("not before A")
                .isFalse();
        assertThat(table.release(B, 1)).containsExactly(new Granted(new Ticket(A, 10), 2, 2, false));
        assertThat(both(A, 10, LockMode.EXCLUSIVE)).as("asked again").hasSize(1);
        table.release(A, 10);
        assertThat(table.table.isFree(B, "c", exclusive(KEY))).isTrue();
        assertThat(table.table.isFree(B, "c", exclusive(OTHER))).isFalse();
    }

    @Test
    void whatIsLeftOfSeveralIsGivenBackWhenTheyAreAskedForAgain() {
        both(A, 10, LockMode.EXCLUSIVE);
        table.apply(new Force(KEY, "somebody", "test"));
        assertThat(both(A, 10, LockMode.EXCLUSIVE)).containsExactly(new Granted(new Ticket(A, 10), 3, 2, false));
        assertThat(table.table.status().held()).isEqualTo(2);
    }

    @Test
    void whatCanBeHeldOnlyOnceIsNotAskedForTwice() {
        LockRequest once = new LockRequest(KEY, LockMode.EXCLUSIVE_NON_CUMULATIVE);
        assertThat(table.acquire(A, "a", 1, LONG, once, exclusive(KEY)))
                .singleElement()
                .isInstanceOf(Refused.class);
        assertThat(isGranted(table.acquire(A, "a", 3, LONG, once, exclusive(OTHER))))
                .isTrue();
    }

    @Test
    void anAreaWaitsForAllInItAndHoldsBackWhoComesLater() {
        table.acquire(A, "a", 1, LockKey.of("shop", "order", "2026", "17"), LockMode.EXCLUSIVE);
        table.acquire(A, "a", 2, LockKey.of("shop", "order", "2026", "18"), LockMode.SHARED);
        LockKey area = LockKey.of("shop", "order", "2026", LockKey.ANY);
        assertThat(table.acquire(B, "b", 1, area, LockMode.SHARED)).isEmpty();
        assertThat(table.acquire(A, "c", 3, LockKey.of("shop", "order", "2026", "19"), LockMode.EXCLUSIVE))
                .isEmpty();
        assertThat(isGranted(table.acquire(A, "c", 4, LockKey.of("shop", "order", "2025", "19"), LockMode.EXCLUSIVE)))
                .isTrue();
        assertThat(table.release(A, 1)).containsExactly(granted(B, 1, 4));
        assertThat(table.release(B, 1)).containsExactly(granted(A, 3, 5));
        List<LockInfo> there = table.table.overlapping(area, 10).all(table.now);
        assertThat(there).extracting(lock -> lock.key().arguments().get(1)).containsExactly("18", "19");
    }

    @Test
    void promotionTakesTheOtherOptimisticLocksAndWaitsForSharedOnes() {
        table.acquire(A, "a", 1, KEY, LockMode.OPTIMISTIC);
        table.acquire(B, "b", 1, KEY, LockMode.OPTIMISTIC);
        table.acquire(B, "c", 2, KEY, LockMode.SHARED);
        assertThat(table.promote(A, "a", 1, 2)).isEmpty();
        assertThat(table.promote(B, "b", 1, 3)).as("later").isEmpty();
        assertThat(table.release(B, 2))
                .containsExactly(
                        lost(B, "b", 1, 2, Cause.PROMOTED_BY_OTHER),
                        new PromoteLost(new Ticket(B, 3), "another session promoted its optimistic lock"),
                        granted(A, 2, 4));
        assertThat(table.promote(A, "a", 1, 2)).as("asked again").containsExactly(granted(A, 2, 4));
        assertThat(table.promote(B, "b", 1, 4)).singleElement().isInstanceOf(PromoteLost.class);
        assertThat(table.table.statistics(table.now).promoted()).isEqualTo(1);
    }

    private static Lost lost(Owner owner, String session, long number, long token, Cause cause) {
        return new Lost(
                new Ticket(owner, number),
                session,
                KEY,
                LockMode.OPTIMISTIC,
                token,
                cause,
                "another session promoted its optimistic lock");
    }

    @Test
    void onlyAnOptimisticLockIsPromoted() {
        table.acquire(A, "a", 1, KEY, LockMode.SHARED);
        assertThat(table.promote(A, "a", 1, 2)).singleElement().isInstanceOf(Refused.class);
    }

    @Test
    void aReleasedLockIsNotPromotedAnyMore() {
        table.acquire(A, "a", 1, KEY, LockMode.OPTIMISTIC);
        table.acquire(B, "b", 1, KEY, LockMode.SHARED);
        table.promote(A, "a", 1, 2);
        assertThat(table.release(A, 1)).singleElement().isInstanceOf(PromoteLost.class);
        assertThat(table.table.status().waiting()).isZero();
    }

    @Test
    void aPersonTakesALockFromAllWhoHoldIt() {
        table.acquire(A, "a", 1, KEY, LockMode.SHARED);
        table.acquire(B, "b", 1, KEY, LockMode.SHARED);
        table.acquire(B, "c", 2, KEY, LockMode.EXCLUSIVE);
        List<LockEffect> effects = table.apply(new Force(KEY, "admin", "stuck"));
        assertThat(effects).hasSize(3).last().isEqualTo(granted(B, 2, 3));
        assertThat(effects.subList(0, 2)).allSatisfy(effect -> {
            assertThat(effect).isInstanceOfSatisfying(Lost.class, lost -> {
                assertThat(lost.cause()).isEqualTo(Cause.FORCED);
                assertThat(lost.reason()).contains("admin", "stuck");
            });
        });
        assertThat(table.apply(new Force(OTHER, "admin", "not there"))).isEmpty();
    }

    @Test
    void aQuestionLeavesNoTrace() {
        assertThat(table.table.isFree(A, "a", exclusive(KEY))).isTrue();
        table.acquire(A, "a", 1, KEY, LockMode.EXCLUSIVE);
        assertThat(table.table.isFree(A, "a", exclusive(KEY))).isTrue();
        assertThat(table.table.isFree(B, "a", exclusive(KEY))).isFalse();
        assertThat(table.table.isFree(B, "a", exclusive(OTHER))).isTrue();
        assertThat(table.table.locks(LockFilter.ALL, 10, table.now).all(table.now))
                .hasSize(1);
        assertThat(table.table.statistics(table.now).owners()).isEqualTo(1);
    }

    private List<LockEffect> both(Owner owner, long first, LockMode mode) {
        return table.acquire(owner, "a", first, LONG, new LockRequest(KEY, mode), new LockRequest(OTHER, mode));
    }

    private static LockRequest exclusive(LockKey key) {
        return new LockRequest(key, LockMode.EXCLUSIVE);
    }
}
