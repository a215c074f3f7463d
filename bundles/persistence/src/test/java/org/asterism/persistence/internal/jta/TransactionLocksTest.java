package org.asterism.persistence.internal.jta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Transaction;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLostException;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockSession;
import org.asterism.lock.LockTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TransactionLocksTest {

    private static final LockKey KEY = LockKey.of("shop", "product", "x");
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final ManualLocks service = new ManualLocks();
    private GeronimoTransactionManager transactions;
    private JtaTransactionLocks locks;

    @BeforeEach
    void begin() throws Exception {
        transactions = new GeronimoTransactionManager();
        locks = new JtaTransactionLocks(service, transactions, transactions, Runnable::run);
        transactions.begin();
    }

    @AfterEach
    void end() throws Exception {
        if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
            transactions.rollback();
        }
    }

    private ManualSession session() {
        return service.opened.get(0);
    }

    private HeldLock acquire() throws InterruptedException {
        return locks.current().acquire(KEY, LockMode.EXCLUSIVE, WAIT);
    }

    @Test
    void thereIsOneSessionPerTransaction() throws Exception {
        LockSession first = locks.current();
        assertThat(locks.current()).isSameAs(first);
        Transaction suspended = transactions.suspend();
        transactions.begin();
        assertThat(locks.current()).isNotSameAs(first);
        transactions.commit();
        transactions.resume(suspended);
        assertThat(locks.current()).isSameAs(first);
        assertThat(session().closed).isFalse();
        transactions.commit();
        assertThat(service.opened).hasSize(2).allMatch(session -> session.closed);
    }

    @Test
    void withoutATransactionThereIsNoSession() throws Exception {
        transactions.commit();
        assertThatIllegalStateException().isThrownBy(locks::current);
        transactions.begin();
        transactions.setRollbackOnly();
        assertThatIllegalStateException().isThrownBy(locks::current);
        assertThat(service.opened).isEmpty();
    }

    @Test
    void onlyTheEndOfTheTransactionReleases() throws Exception {
        HeldLock lock = acquire();
        lock.close();
        locks.current().close();
        assertThat(session().closed).isFalse();
        assertThat(lock.isValid()).isTrue();
        transactions.commit();
        assertThat(session().closed).isTrue();
        assertThat(lock.isValid()).isFalse();
    }

    @Test
    void aRollbackReleasesToo() throws Exception {
        acquire();
        transactions.rollback();
        assertThat(session().closed).isTrue();
    }

    @Test
    void aSessionWhoseTransactionIsOverTakesNoMoreLocks() throws Exception {
        LockSession session = locks.current();
        transactions.commit();
        assertThatIllegalStateException().isThrownBy(() -> session.tryAcquire(KEY, LockMode.SHARED));
    }

    @Test
    void aLossMarksTheTransactionFromAnyThread() throws Exception {
        acquire();
        CompletableFuture.runAsync(session().granted.get(0)::lose).join();
        assertThat(transactions.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(transactions::commit)
                .withRootCauseInstanceOf(LockLostException.class);
        assertThat(session().closed).isTrue();
    }

    @Test
    void everyWayToALockIsWatched() throws Exception {
        LockSession session = locks.current();
        session.acquireAll(List.of(new LockRequest(KEY, LockMode.SHARED), new LockRequest(KEY, LockMode.SHARED)), WAIT);
        session.tryAcquire(KEY, LockMode.SHARED);
        CompletableFuture<HeldLock> answer = session.acquireAsync(KEY, LockMode.SHARED, WAIT);
        ManualLock late = ManualLock.exclusive(KEY, 9);
        session().pending.complete(late);
        assertThat(answer.join().fencingToken()).isEqualTo(9);
        late.lose();
        assertThat(transactions.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        assertThat(session().granted).hasSize(3);
    }

    @Test
    void nothingIsCommittedOnceALockIsNotSurelyHeld() throws Exception {
        acquire();
        session().granted.get(0).expire();
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(transactions::commit)
                .withRootCauseInstanceOf(LockLostException.class);
    }

    @Test
    void aLossAfterTheEndIsNobodysBusiness() throws Exception {
        acquire();
        transactions.commit();
        transactions.begin();
        session().granted.get(0).lose();
        transactions.commit();
    }

    @Test
    void aPromotedLockTakesThePlaceOfTheOptimisticOne() throws Exception {
        HeldLock optimistic = locks.current().acquire(KEY, LockMode.OPTIMISTIC, WAIT);
        HeldLock promoted = optimistic.promote(WAIT);
        assertThat(promoted.fencingToken()).isGreaterThan(optimistic.fencingToken());
        promoted.close();
        assertThat(promoted.isValid()).isTrue();
        transactions.commit();
    }

    @Test
    void whoAsksWithoutAThreadCanCancelAndHearsOfFailures() {
        CompletableFuture<HeldLock> cancelled = locks.current().acquireAsync(KEY, LockMode.SHARED, WAIT);
        assertThat(cancelled.cancel(false)).isTrue();
        assertThat(cancelled).isCancelled();
        assertThat(session().pending).isCancelled();
    }

    @Test
    void whoAsksWithoutAThreadHearsOfFailures() {
        CompletableFuture<HeldLock> answer = locks.current().acquireAsync(KEY, LockMode.SHARED, WAIT);
        session().pending.completeExceptionally(new LockTimeoutException("no"));
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(answer::join)
                .withCauseInstanceOf(LockTimeoutException.class);
    }
}
