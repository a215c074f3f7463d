package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long BEGIN = Long.MAX_VALUE - 3 * SECOND; // the clock may overflow

    private static int granted(RetryBudget budget, long requests, long now) {
        int granted = 0;
        while (granted < 10_000 && budget.withdraw(requests, now)) {
            granted++;
        }
        return granted;
    }

    @Test
    void aFewMayAlwaysBeSentAgain() {
        RetryBudget budget = new RetryBudget(0.2, 10, BEGIN);
        assertThat(granted(budget, 0, BEGIN)).isEqualTo(10 * RetryBudget.WINDOW);
        assertThat(granted(budget, 0, BEGIN + SECOND)).isZero();
        assertThat(granted(budget, 0, BEGIN + (RetryBudget.WINDOW + 1) * SECOND))
                .isEqualTo(100);
    }

    @Test
    void besidesAShareOfTheRequestsOfTheLastSeconds() {
        RetryBudget budget = new RetryBudget(0.2, 0, BEGIN);
        for (int second = 0; second < 30; second++) {
            budget.tick(100L * second, BEGIN + second * SECOND);
        }
        assertThat(granted(budget, 2900, BEGIN + 29 * SECOND)).isEqualTo(200);
        assertThat(granted(budget, 2900, BEGIN + 60 * SECOND)).isZero();
    }

    @Test
    void whenAllFailOnlyTheShareIsAddedForEver() {
        RetryBudget budget = new RetryBudget(0.1, 0, 0);
        int retries = 0;
        for (int second = 0; second < 100; second++) {
            retries += granted(budget, 1000L * (second + 1), second * SECOND);
        }
        assertThat(retries).isBetween(9_000, 10_000);
    }
}
