package org.asterism.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.asterism.lock.LockKey;
import org.asterism.persistence.internal.MigrationException.Reason;
import org.asterism.persistence.internal.MigrationRun.Outcome;
import org.junit.jupiter.api.Test;

class MigrationRunTest {

    private final InMemoryStore store = new InMemoryStore();
    private final OneLock locks = new OneLock();
    private final MigrationRun run = new MigrationRun(store, locks, Duration.ofSeconds(1));
    private final ChangeLog changeLog = new ChangeLog("shop", "sql", "v1");

    @Test
    void aSchemaThatIsUpToDateNeedsNoLock() throws Exception {
        store.apply(changeLog);
        locks.refuse = true;
        assertThat(run.bringUpToDate(changeLog)).isEqualTo(Outcome.ALREADY_CURRENT);
    }

    @Test
    void changesAreAppliedUnderTheLockOfTheSchema() throws Exception {
        LockKey[] seen = new LockKey[1];
        SchemaStore watched = new SchemaStore() {
            @Override
            public boolean isCurrent(ChangeLog asked) throws MigrationException {
                return store.isCurrent(asked);
            }

            @Override
            public void apply(ChangeLog toApply) {
                seen[0] = locks.held;
                store.apply(toApply);
            }
        };
        MigrationRun watchedRun = new MigrationRun(watched, locks, Duration.ofSeconds(1));
        assertThat(watchedRun.bringUpToDate(changeLog)).isEqualTo(Outcome.APPLIED);
        assertThat(seen[0]).isEqualTo(LockKey.of("asterism", "migration", "shop"));
        assertThat(locks.held).isNull();
    }

    @Test
    void whoeverGetsTheLockLooksAgain() throws Exception {
        locks.onGrant = () -> store.apply(changeLog);
        assertThat(run.bringUpToDate(changeLog)).isEqualTo(Outcome.ALREADY_CURRENT);
        assertThat(store.applied).containsExactly("shop");
    }

    @Test
    void withoutTheLockNothingIsChanged() {
        locks.refuse = true;
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> run.bringUpToDate(changeLog))
                .matches(e -> e.reason() == Reason.LOCK_UNAVAILABLE)
                .withMessageContaining("not granted in 1000 ms");
        assertThat(store.applied).isEmpty();
    }

    @Test
    void aLockThatIsLostAtOnceIsNoLock() {
        locks.valid = false;
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> run.bringUpToDate(changeLog))
                .matches(e -> e.reason() == Reason.LOCK_UNAVAILABLE);
        assertThat(store.applied).isEmpty();
        assertThat(locks.held).isNull();
    }
}
