package org.asterism.dispatcher.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.asterism.dispatcher.internal.AdaptiveLimit.Window;
import org.junit.jupiter.api.Test;

class AdaptiveLimitTest {

    private static final LimitRule RULE = new LimitRule(20, 128);

    private static AdaptiveLimit after(AdaptiveLimit begin, Window window, int times) {
        AdaptiveLimit limit = begin;
        for (int i = 0; i < times; i++) {
            limit = limit.after(window, RULE);
        }
        return limit;
    }

    private static AdaptiveLimit settled() {
        return after(new AdaptiveLimit(128, 0), new Window(1000, 128, false), 50);
    }

    @Test
    void staysWhileRequestsTakeAsLongAsUsual() {
        assertThat(settled().whole()).isEqualTo(128);
    }

    @Test
    void staysUnderSteadyLoadThatVaries() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        AdaptiveLimit limit = settled();
        for (int i = 0; i < 10_000; i++) {
            limit = limit.after(new Window(700 + random.nextInt(600), 128, false), RULE);
            assertThat(limit.whole()).as("seed %s, window %s", seed, i).isGreaterThan(100);
        }
    }

    @Test
    void fallsWhenRequestsTakeLongerAndRisesAgain() {
        AdaptiveLimit slow = after(settled(), new Window(10_000, 128, false), 15);
        assertThat(slow.whole()).isBetween(20, 60);
        assertThat(after(slow, new Window(1000, 128, false), 200).whole()).isEqualTo(128);
    }

    @Test
    void whatTakesLongForLongIsUsual() {
        AdaptiveLimit slow = after(settled(), new Window(10_000, 128, false), 2000);
        assertThat(slow.whole()).isEqualTo(128);
    }

    @Test
    void neverLeavesItsBounds() {
        assertThat(after(settled(), new Window(1e12, 128, false), 100).whole()).isGreaterThanOrEqualTo(20);
        assertThat(after(settled(), new Window(1000, 128, true), 100).whole()).isEqualTo(20);
    }

    @Test
    void doesNotChangeWhileItIsNotUsed() {
        assertThat(after(settled(), new Window(100_000, 10, false), 50).whole()).isEqualTo(128);
    }

    @Test
    void aWindowWithFailuresLowersIt() {
        assertThat(settled().after(new Window(1000, 5, true), RULE).whole()).isEqualTo(115);
    }

    @Test
    void rulesAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LimitRule(0, 1))
                .withMessageContaining("limit.min");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LimitRule(9, 8))
                .withMessageContaining("limit.max");
    }
}
