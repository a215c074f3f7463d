package org.asterism.hub.internal.standby;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.asterism.hub.internal.standby.HubRole.Role;
import org.junit.jupiter.api.Test;

/** The numbers are those of the invariants of {@link Arbitration}. */
class ArbitrationTest {

    private static final Timing TIMING = new Timing(Duration.ofSeconds(3), Duration.ofSeconds(1));

    private final InMemoryLeaseStore row = new InMemoryLeaseStore();
    private final Arbitration first = new Arbitration("life-1", "127.0.0.1:1", TIMING);
    private final Arbitration second = new Arbitration("life-2", "127.0.0.1:2", TIMING);

    @Test
    void oneIsActiveOnlyUntilItsTenureIsOver() {
        activate(first, 0, 100);
        assertThat(step(first, 4_000, 100)).isEqualTo(new Decision.Wait());

        assertThat(first.tick(nanos(6_249))).isEqualTo(new Decision.Wait());
        assertThat(first.tick(nanos(6_250))).isInstanceOf(Decision.StepDown.class);
        assertThat(first.state(nanos(6_250)).role()).isEqualTo(Role.STANDBY);
    }

    @Test
    void oneIsNotActiveAfterItsTenureEvenBeforeItHasNoticed() {
        activate(first, 0, 100);

        assertThat(first.state(nanos(5_249)).role()).isEqualTo(Role.ACTIVE);
        assertThat(first.tenure().holds(100, nanos(5_249))).isTrue();
        assertThat(first.state(nanos(5_250)).role()).isEqualTo(Role.STANDBY);
        assertThat(first.tenure().holds(100, nanos(5_250))).isFalse();
        assertThat(first.tenure().holds(99, nanos(5_249))).isFalse();
    }

    @Test
    void oneARenewalThatIsToldTooLateDoesNotCount() {
        activate(first, 0, 100);
        first.next(100, nanos(5_000));

        assertThat(first.apply(new Outcome.Done(), nanos(5_250))).isInstanceOf(Decision.StepDown.class);
    }

    @Test
    void oneTheTenureCountsFromBeforeTheAttempt() {
        activate(first, 0, 100);
        first.next(100, nanos(4_000));
        assertThat(first.apply(new Outcome.Done(), nanos(5_000))).isEqualTo(new Decision.Wait());

        assertThat(first.tick(nanos(6_250))).isInstanceOf(Decision.StepDown.class);
    }

    @Test
    void twoTakesOverWhatDidNotChangeForALease() {
        activate(first, 0, 100);
        step(first, 4_000, 100);
        assertThat(step(second, 4_500, 100)).isEqualTo(new Decision.Wait());
        assertThat(step(second, 7_499, 100)).isEqualTo(new Decision.Wait());
        assertThat(second.state(nanos(7_499))).isEqualTo(new HubRole.State(Role.STANDBY, "127.0.0.1:1", 100, ""));

        assertThat(step(second, 7_500, 100)).isEqualTo(new Decision.Activate(101));
        assertThat(second.state(nanos(7_500))).isEqualTo(new HubRole.State(Role.ACTIVE, "127.0.0.1:2", 101, ""));
        assertThat(step(first, 7_600, 100)).isEqualTo(new Decision.StepDown("another hub has taken over"));
    }

    @Test
    void twoDoesNotTakeOverWhatChanges() {
        activate(first, 0, 100);
        for (int at = 4_000; at < 60_000; at += 1_000) {
            assertThat(step(first, at, 100)).isEqualTo(new Decision.Wait());
            assertThat(step(second, at + 1, 100)).isEqualTo(new Decision.Wait());
        }
    }

    @Test
    void twoTakesAtOnceWhatIsGivenBack() {
        activate(first, 0, 100);
        step(second, 3_500, 100);
        step(first, 4_000, 100);
        step(first, 5_000, 100);
        step(second, 5_001, 100);
        step(first, 6_000, 100);
        assertThat(first.retire("the hub stops")).isEqualTo(new Decision.StepDown("the hub stops"));
        assertThat(first.isOver()).isFalse();
        assertThat(first.pause(nanos(6_501))).isZero();
        step(first, 6_502, 100);
        assertThat(first.isOver()).isTrue();

        assertThat(step(second, 6_600, 100)).isEqualTo(new Decision.Wait());
        assertThat(step(second, 6_601, 100)).isEqualTo(new Decision.Activate(101));
    }

    @Test
    void twoLooksAgainWhenAnotherWasFaster() {
        step(first, 0, 100);
        step(second, 0, 100);
        Attempt late = second.next(100, nanos(3_001));
        assertThat(step(first, 3_002, 100)).isEqualTo(new Decision.Activate(100));
        assertThat(second.apply(outcome(late), nanos(3_003))).isEqualTo(new Decision.Wait());

        assertThat(second.pause(nanos(3_003))).isZero();
        assertThat(second.next(100, nanos(3_003))).isEqualTo(new Attempt.Look());
    }

    @Test
    void threeAFailureEndsTheContact() {
        activate(first, 0, 100);
        step(second, 4_000, 100);
        second.next(100, nanos(5_000));
        second.apply(new Outcome.Failed("no connection"), nanos(5_100));
        assertThat(second.state(nanos(5_100))).isEqualTo(new HubRole.State(Role.STANDBY, "", 0, "no connection"));
        assertThat(second.pause(nanos(5_100))).isEqualTo(nanos(250));
        assertThat(step(second, 7_500, 100)).isEqualTo(new Decision.Wait());

        assertThat(step(second, 10_499, 100)).isEqualTo(new Decision.Wait());
        assertThat(step(second, 10_500, 100)).isEqualTo(new Decision.Activate(101));
    }

    @Test
    void fourTheEpochIsNotLowerThanTheClockSaysAndAlwaysHigher() {
        activate(first, 0, 100);
        first.resign(400, "member a has seen another hub");
        step(first, 3_100, 100);
        assertThat(row.read()).map(LeaseRow::epoch).contains(400L);

        step(second, 4_000, 50);
        assertThat(step(second, 7_000, 50)).isEqualTo(new Decision.Activate(401));
        second.retire("the hub stops");
        step(second, 7_001, 50);
        step(first, 7_100, 500);
        assertThat(step(first, 10_100, 500)).isEqualTo(new Decision.Activate(500));
    }

    @Test
    void fiveHavingSteppedDownItTakesOverWithAnotherEpoch() {
        activate(first, 0, 100);
        first.tick(nanos(60_000));
        assertThat(step(first, 60_001, 100)).isEqualTo(new Decision.Wait());

        assertThat(step(first, 63_001, 100)).isEqualTo(new Decision.Activate(101));
    }

    @Test
    void aTakeOverThatSucceedsTooLateDoesNotCount() {
        step(first, 0, 100);
        Attempt take = first.next(100, nanos(3_001));
        assertThat(take).isInstanceOf(Attempt.Take.class);
        assertThat(first.apply(outcome(take), nanos(5_251))).isEqualTo(new Decision.Wait());

        assertThat(first.tenure()).isEqualTo(Tenure.NONE);
    }

    @Test
    void aTakeOverAfterTheEndIsGivenBack() {
        step(first, 0, 100);
        Attempt take = first.next(100, nanos(3_001));
        first.retire("the hub stops");
        assertThat(first.apply(outcome(take), nanos(3_002))).isEqualTo(new Decision.Wait());
        assertThat(first.isOver()).isFalse();
        step(first, 3_003, 100);

        assertThat(first.isOver()).isTrue();
        assertThat(row.read()).map(LeaseRow::isFree).contains(true);
    }

    @Test
    void refusesTimesThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timing(Duration.ofSeconds(3), Duration.ofMillis(1001)))
                .withMessageContaining("standby.renew.millis");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timing(Duration.ofMillis(399), Duration.ofMillis(100)))
                .withMessageContaining("standby.lease.millis");
    }

    private void activate(Arbitration arbitration, long at, long epoch) {
        step(arbitration, at, epoch);
        assertThat(step(arbitration, at + 3_000, epoch)).isEqualTo(new Decision.Activate(epoch));
    }

    private Decision step(Arbitration arbitration, long at, long clockEpoch) {
        Attempt attempt = arbitration.next(clockEpoch, nanos(at));
        return arbitration.apply(outcome(attempt), nanos(at));
    }

    private Outcome outcome(Attempt attempt) {
        try {
            return attempt.at(row);
        } catch (LeaseStoreException e) {
            throw new AssertionError(e);
        }
    }

    private static long nanos(long millis) {
        return MILLISECONDS.toNanos(millis);
    }
}
