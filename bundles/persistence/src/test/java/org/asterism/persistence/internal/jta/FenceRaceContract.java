package org.asterism.persistence.internal.jta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockTimeoutException;
import org.asterism.lock.StaleLockException;
import org.asterism.persistence.internal.jdbc.FenceSweep;
import org.junit.jupiter.api.Test;

/** What happens when several come at once, on every database that is supported. */
abstract class FenceRaceContract extends FenceFixture {

    @Test
    void aLaterHolderReadsWhatAnEarlierOneLeaves() throws Exception {
        write(9);
        assertThat(whileOpen(10, 11, true).get(20, TimeUnit.SECONDS)).isEqualTo(2L);
    }

    @Test
    void aLaterHolderReadsWhatTheFirstOfAllLeaves() throws Exception {
        assertThat(whileOpen(10, 11, true).get(20, TimeUnit.SECONDS)).isEqualTo(1L);
    }

    @Test
    void aStaleHolderIsRefusedAlsoAfterItHasWaited() throws Exception {
        write(9);
        assertThat(whileOpen(11, 10, true))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(StaleLockException.class);
    }

    @Test
    void aStaleHolderIsRefusedAlsoAfterItHasWaitedForTheFirstOfAll() throws Exception {
        assertThat(whileOpen(11, 10, true))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(StaleLockException.class);
    }

    @Test
    void whoHasWaitedForARollbackIsServed() throws Exception {
        assertThat(whileOpen(11, 10, false).get(20, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void nobodyWaitsForEver() throws Exception {
        database.transactions.begin();
        fence.advance(ManualLock.exclusive(KEY, 10));
        Future<Long> later = later(11, new CountDownLatch(1));
        assertThat(later)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(LockTimeoutException.class);
        database.transactions.rollback();
    }

    @Test
    void nothingIsLostAmongHoldersWhoAllBelieveInTheirLock() throws Exception {
        long seed = System.nanoTime();
        FenceRaces.Result result = new FenceRaces(database, fence, seed).run(300, false);
        assertThat(result.refused()).as("seed %d", seed).isPositive();
        requireNothingLost(result, seed);
    }

    @Test
    void nothingIsLostWhileRowsAreSweptAway() throws Exception {
        long seed = System.nanoTime();
        FenceRaces.Result result = new FenceRaces(database, fence, seed).run(300, true);
        assertThat(result.swept()).as("seed %d", seed).isPositive();
        requireNothingLost(result, seed);
    }

    private void requireNothingLost(FenceRaces.Result result, long seed) throws Exception {
        assertThat(result.served()).as("seed %d", seed).isNotEmpty();
        for (var served : result.served().entrySet()) {
            assertThat(database.number("select amount from account where id = ?", served.getKey()))
                    .as("seed %d, %s", seed, served)
                    .contains(served.getValue());
        }
    }

    @Test
    void whatWasSweptAwayIsNotForgotten() throws Exception {
        LockKey other = LockKey.of("shop", "product", "y");
        LockKey young = LockKey.of("shop", "product", "z");
        write(10);
        write(ManualLock.exclusive(other, 20));
        database.execute("update asterism_fence set advanced_at = current_timestamp - interval '2' day");
        write(ManualLock.exclusive(young, 5));
        FenceSweep sweep = new FenceSweep(database.dataSource, Duration.ofDays(1), 1);
        database.execute("update asterism_fence_floor set swept_at = current_timestamp - interval '2' hour");
        assertThat(sweep.sweep(Duration.ofHours(1))).hasValue(2);
        assertThat(sweep.sweep(Duration.ofHours(1)))
                .as("not yet its turn again")
                .isEmpty();
        assertThat(fence(young)).isEqualTo(5);
        assertThat(fence(KEY)).isZero();
        assertThatExceptionOfType(StaleLockException.class).isThrownBy(() -> write(9));
        assertThat(fence(KEY)).isZero();
        write(ManualLock.exclusive(other, 20));
        write(21);
    }

    @Test
    void locksOfATransactionAreReleasedAfterItsCommit() throws Exception {
        ManualLocks service = new ManualLocks();
        JtaTransactionLocks locks =
                new JtaTransactionLocks(service, database.transactions, database.transactions, Runnable::run);
        List<Long> seen = new ArrayList<>();
        database.inTransaction(() -> {
            HeldLock lock = locks.current().acquire(KEY, LockMode.EXCLUSIVE, Duration.ofSeconds(1));
            service.opened.get(0).onClose = () -> seen.add(accountsSeenByOthers());
            fence.advance(lock);
            database.execute("insert into account values ('x', 1, 1)");
            assertThat(accountsSeenByOthers()).isZero();
            return null;
        });
        assertThat(seen).containsExactly(1L);
    }

    private long accountsSeenByOthers() {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return accounts();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .join();
    }

    /** The second one comes while the transaction of the first is open. Completes with the number of accounts it has seen. */
    private Future<Long> whileOpen(long first, long second, boolean commit) throws Exception {
        database.transactions.begin();
        fence.advance(ManualLock.exclusive(KEY, first));
        database.execute("insert into account values ('first', 1, 1)");
        CountDownLatch asking = new CountDownLatch(1);
        Future<Long> later = later(second, asking);
        assertThat(asking.await(10, TimeUnit.SECONDS)).isTrue();
        if (commit) {
            database.transactions.commit();
        } else {
            database.transactions.rollback();
        }
        return later;
    }

    private Future<Long> later(long token, CountDownLatch asking) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return database.inTransaction(() -> {
                    asking.countDown();
                    fence.advance(ManualLock.exclusive(KEY, token));
                    return accounts();
                });
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
