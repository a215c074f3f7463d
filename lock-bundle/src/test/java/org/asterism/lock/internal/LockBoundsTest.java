package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.lock.internal.TableFixture.A;
import static org.asterism.lock.internal.TableFixture.B;
import static org.asterism.lock.internal.TableFixture.KEY;

import java.util.List;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.internal.LockEffect.Refused;
import org.asterism.lock.internal.LockEffect.Warned;
import org.junit.jupiter.api.Test;

class LockBoundsTest {

    private static final LockMode X = LockMode.EXCLUSIVE;

    @Test
    void whatIsTooMuchIsRefusedAndTheNamesOfTheBoundsAreKept() {
        TableFixture table = open(new Bounds(2, 2, 3, 3, 4));
        table.acquire(A, 1, X);
        table.acquire(B, 1, X);
        table.acquire(B, 2, X);
        assertRefused(table, A, 2, KEY, "waiters of test:key[]");
        table.acquire(A, "s", 3, LockKey.of("test", "x"), X);
        assertRefused(table, A, 4, LockKey.of("test", "y"), "locks");
        table.acquire(B, "s", 5, LockKey.of("test", "x"), X);
        assertRefused(table, B, 6, LockKey.of("test", "x"), "locks of b");
        assertRefused(table, A, 7, LockKey.of("test", "x"), "waiters");
        assertRefused(table, A, 8, LockKey.of("test", "x", "12345"), "argument of test:x");
        assertThat(table.table.status().refused()).isEqualTo(5);
        assertThat(table.table.statistics(table.now).overflows())
                .hasSize(5)
                .last()
                .isEqualTo("waiters of test:key[]");
    }

    private static void assertRefused(TableFixture table, Owner owner, long number, LockKey key, String overflow) {
        assertThat(table.acquire(owner, "t", number, key, X)).last().isInstanceOf(Refused.class);
        assertThat(table.table.statistics(table.now).overflows()).first().isEqualTo(overflow);
    }

    @Test
    void itIsSaidOnceThatABoundIsNearAndAgainAfterThereWasRoom() {
        TableFixture table = open(new Bounds(10, 100, 100));
        for (int i = 1; i <= 7; i++) {
            assertThat(acquire(table, i)).hasSize(1);
        }
        assertThat(acquire(table, 8)).contains(new Warned("locks", 8, 10));
        assertThat(acquire(table, 9)).hasSize(1);
        for (int i = 9; i >= 7; i--) {
            table.release(A, i);
        }
        assertThat(acquire(table, 10)).hasSize(1);
        assertThat(acquire(table, 11)).as("no room in between").hasSize(1);
        for (int i = 11; i >= 5; i--) {
            table.release(A, i);
        }
        for (int i = 12; i <= 14; i++) {
            assertThat(acquire(table, i)).hasSize(1);
        }
        assertThat(acquire(table, 15)).contains(new Warned("locks", 8, 10));
    }

    @Test
    void everyQueueAndEveryMemberHasItsOwnWarning() {
        TableFixture table = open(new Bounds(100, 5, 10));
        for (int i = 1; i <= 4; i++) {
            assertThat(table.acquire(A, i, X)).noneMatch(Warned.class::isInstance);
        }
        assertThat(table.acquire(A, 5, X)).containsExactly(new Warned("waiters of test:key[]", 4, 5));
        assertThat(table.acquire(B, 1, X)).isEmpty();
        table.acquire(A, "s", 6, LockKey.of("test", "x"), X);
        table.acquire(A, "s", 7, LockKey.of("test", "x"), X);
        assertThat(table.acquire(A, "s", 8, LockKey.of("test", "x"), X)).contains(new Warned("locks of a", 8, 10));
    }

    private static List<LockEffect> acquire(TableFixture table, int number) {
        return table.acquire(A, "s", number, LockKey.of("test", "key" + number), X);
    }

    private static TableFixture open(Bounds bounds) {
        TableFixture table = new TableFixture(bounds);
        table.openForAll();
        return table;
    }
}
