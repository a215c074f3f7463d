package org.asterism.persistence.internal.jta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import javax.transaction.RollbackException;
import javax.transaction.Status;
import org.asterism.lock.FenceUnavailableException;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLostException;
import org.asterism.lock.LockMode;
import org.asterism.lock.StaleLockException;
import org.junit.jupiter.api.Test;

/** Who may write and who may not, on every database that is supported. */
abstract class FenceContract extends FenceFixture {

    @Test
    void theRowHasTheLargestTokenThatHasCome() throws Exception {
        write(10);
        assertThat(fence(KEY)).isEqualTo(10);
        write(12L << 32);
        assertThat(fence(KEY)).isEqualTo(12L << 32);
        assertThat(accounts()).isEqualTo(2);
    }

    @Test
    void aHolderMayComeSeveralTimes() throws Exception {
        HeldLock lock = ManualLock.exclusive(KEY, 10);
        database.inTransaction(() -> {
            fence.advance(lock);
            fence.advance(lock);
            return null;
        });
        write(lock);
        assertThat(fence(KEY)).isEqualTo(10);
    }

    @Test
    void aStaleHolderWritesNothing() throws Exception {
        write(11);
        assertThatExceptionOfType(StaleLockException.class)
                .isThrownBy(() -> write(10))
                .withMessageContaining("shop:product[x] with token 10 is stale: the fence is at 11");
        assertThat(accounts()).isEqualTo(1);
        assertThat(fence(KEY)).isEqualTo(11);
    }

    @Test
    void aStaleHolderWhoGoesOnWritesNothingEither() throws Exception {
        write(11);
        database.transactions.begin();
        database.execute("insert into account values ('early', 1, 10)");
        assertThatExceptionOfType(StaleLockException.class)
                .isThrownBy(() -> fence.advance(ManualLock.exclusive(KEY, 10)));
        assertThat(database.transactions.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        assertThatExceptionOfType(RollbackException.class).isThrownBy(database.transactions::commit);
        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void whatIsRolledBackHasNotCome() throws Exception {
        database.transactions.begin();
        fence.advance(ManualLock.exclusive(KEY, 11));
        database.transactions.rollback();
        write(10);
        assertThat(fence(KEY)).isEqualTo(10);
    }

    @Test
    void keysHaveNothingToDoWithEachOther() throws Exception {
        write(11);
        LockKey other = LockKey.of("shop", "product", "y");
        write(ManualLock.exclusive(other, 10));
        assertThat(fence(KEY)).isEqualTo(11);
        assertThat(fence(other)).isEqualTo(10);
    }

    @Test
    void theHolderOfAnAreaAdvancesTheKeysInIt() throws Exception {
        HeldLock area = ManualLock.exclusive(LockKey.of("shop", "product", "*"), 20);
        write(10);
        database.inTransaction(() -> {
            fence.advance(area, KEY);
            return null;
        });
        assertThatExceptionOfType(StaleLockException.class).isThrownBy(() -> write(19));
        assertThatIllegalArgumentException().isThrownBy(() -> write(area)).withMessageContaining("area");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> database.inTransaction(() -> {
                    fence.advance(area, LockKey.of("shop", "order", "x"));
                    return null;
                }))
                .withMessageContaining("does not cover");
    }

    @Test
    void onlyExclusiveLocksHaveAFence() throws Exception {
        write(new ManualLock(KEY, LockMode.EXCLUSIVE_NON_CUMULATIVE, 1));
        for (LockMode mode : new LockMode[] {LockMode.SHARED, LockMode.OPTIMISTIC}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> write(new ManualLock(KEY, mode, 2)))
                    .withMessageContaining(mode.name());
        }
    }

    @Test
    void aLockThatIsNotHeldAnyMoreIsRefused() throws Exception {
        ManualLock lock = ManualLock.exclusive(KEY, 10);
        lock.expire();
        assertThatExceptionOfType(LockLostException.class).isThrownBy(() -> write(lock));
        assertThat(accounts()).isZero();
        assertThat(fence(KEY)).isZero();
    }

    @Test
    void withoutATransactionNothingIsAdvanced() {
        assertThatIllegalStateException().isThrownBy(() -> fence.advance(ManualLock.exclusive(KEY, 10)));
    }

    @Test
    void aFailureOfTheDatabaseIsCalledThat() throws Exception {
        database.execute("alter table asterism_fence rename to elsewhere");
        try {
            assertThatExceptionOfType(FenceUnavailableException.class).isThrownBy(() -> write(10));
        } finally {
            database.execute("alter table elsewhere rename to asterism_fence");
        }
        assertThat(accounts()).isZero();
    }
}
