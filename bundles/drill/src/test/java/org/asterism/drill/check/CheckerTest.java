package org.asterism.drill.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.drill.check.Story.KEY;
import static org.asterism.drill.check.Story.OTHER;
import static org.asterism.drill.check.Story.ROW;
import static org.asterism.drill.check.Story.SIBLING;
import static org.asterism.lock.LockMode.EXCLUSIVE;
import static org.asterism.lock.LockMode.EXCLUSIVE_NON_CUMULATIVE;
import static org.asterism.lock.LockMode.OPTIMISTIC;
import static org.asterism.lock.LockMode.SHARED;

import org.asterism.drill.check.Violation.Kind;
import org.asterism.drill.history.FaultKind;
import org.asterism.drill.history.Outcome;
import org.asterism.lock.LockLoss.Cause;
import org.junit.jupiter.api.Test;

/** What is a violation, and what only looks like one. */
class CheckerTest {

    private final Story story = new Story();

    @Test
    void findsNothingWhereEverythingIsRight() {
        story.has("a1", 0, 1, 1, KEY, EXCLUSIVE).believes("a1", 50).releases("a1", 51);
        story.has("b1", 10, 52, 2, ROW, EXCLUSIVE).believes("b1", 60).releases("b1", 61);
        story.has("c1", 20, 62, 3, KEY, SHARED).believes("c1", 90);
        story.has("d1", 20, 62, 4, KEY, OPTIMISTIC).believes("d1", 90);
        story.has("e1", 20, 21, 5, OTHER, EXCLUSIVE).believes("e1", 90);
        story.writes("a", 20, 1, KEY).writes("b", 55, 2, KEY).writes("b", 56, 2, KEY);

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void twoBelieveAtTheSameTime() {
        story.has("a1", 0, 1, 1, KEY, EXCLUSIVE).believes("a1", 50);
        story.has("b1", 2, 49, 2, KEY, SHARED).believes("b1", 60);

        assertThat(story.kinds()).containsExactly(Kind.TWO_BELIEVERS);
    }

    @Test
    void twoBelieveInOverlappingAreas() {
        story.has("a1", 0, 1, 1, ROW, EXCLUSIVE).believes("a1", 50);
        story.has("b1", 2, 10, 2, KEY, EXCLUSIVE).believes("b1", 20);

        assertThat(story.kinds()).containsExactly(Kind.TWO_BELIEVERS);
    }

    @Test
    void whoIsPausedBelievesNoLongerThanItLastSaid() {
        story.has("a1", 0, 1, 1, KEY, EXCLUSIVE).believes("a1", 50).loses("a1", 20_000, Cause.LEASE_OVER);
        story.fault(FaultKind.WORKER_PAUSE, "a", 60, 19_990);
        story.has("b1", 8_000, 10_100, 2, KEY, EXCLUSIVE).believes("b1", 10_200);

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void aGrantThatWasOverBeforeItWasKnownIsNoBelief() {
        story.has("a1", 0, 20_000, 1, KEY, EXCLUSIVE).loses("a1", 20_001, Cause.FREED);
        story.fault(FaultKind.WORKER_PAUSE, "a", 1, 19_990);
        story.has("b1", 12_000, 12_001, 2, KEY, EXCLUSIVE).believes("b1", 21_000);

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void oneSessionHoldsWhatCannotBeHeldTwice() {
        story.has("a1", 0, 1, 1, KEY, EXCLUSIVE).believes("a1", 50);
        story.has("a2", 2, 3, 2, KEY, EXCLUSIVE).believes("a2", 40);
        assertThat(story.judged()).isEmpty();

        story.has("a3", 4, 5, 3, KEY, EXCLUSIVE_NON_CUMULATIVE).believes("a3", 30);
        assertThat(story.kinds()).containsOnly(Kind.TWO_BELIEVERS).hasSize(2);
    }

    @Test
    void anOptimisticLockMayBeBelievedInALittleTooLong() {
        story.has("a1", 0, 1, 1, KEY, OPTIMISTIC).believes("a1", 55).loses("a1", 56, Cause.PROMOTED_BY_OTHER);
        story.has("b1", 0, 1, 2, KEY, OPTIMISTIC).believes("b1", 48);
        story.promotes("b2", "b1", 49, KEY).gets("b2", 50, 3).believes("b2", 90);

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void evenIfAThirdOneIsServedMeanwhile() {
        story.has("a1", 0, 1, 1, KEY, OPTIMISTIC).believes("a1", 65).loses("a1", 66, Cause.PROMOTED_BY_OTHER);
        story.has("b1", 0, 1, 2, KEY, OPTIMISTIC).believes("b1", 48);
        story.promotes("b2", "b1", 49, KEY).gets("b2", 50, 3).believes("b2", 60).releases("b2", 61);
        story.has("c1", 55, 63, 4, KEY, EXCLUSIVE).believes("c1", 70);

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void anOptimisticLockExcludesOthersUntilOneIsPromoted() {
        story.has("a1", 0, 1, 1, KEY, OPTIMISTIC).believes("a1", 45);
        story.has("b1", 0, 1, 2, KEY, OPTIMISTIC).believes("b1", 48);
        story.has("c1", 30, 40, 3, KEY, EXCLUSIVE).believes("c1", 44);
        story.promotes("b2", "b1", 49, KEY).gets("b2", 50, 4).believes("b2", 60);

        assertThat(story.kinds()).containsOnly(Kind.TWO_BELIEVERS).hasSize(2);
    }

    @Test
    void nobodyIsPromotedAfterAnotherOne() {
        story.has("a1", 0, 1, 1, KEY, OPTIMISTIC).believes("a1", 99);
        story.has("b1", 0, 1, 2, KEY, OPTIMISTIC).believes("b1", 48);
        story.promotes("b2", "b1", 49, KEY).gets("b2", 50, 3).believes("b2", 80);
        story.promotes("a2", "a1", 100, KEY).gets("a2", 101, 4).believes("a2", 110);

        assertThat(story.kinds()).containsExactly(Kind.TWO_BELIEVERS);
    }

    @Test
    void whatIsPromotedExcludesOptimisticLocksThatAreGrantedLater() {
        story.has("b1", 0, 1, 2, KEY, OPTIMISTIC).believes("b1", 48);
        story.promotes("b2", "b1", 49, KEY).gets("b2", 50, 3).believes("b2", 80);
        story.has("a1", 49, 60, 4, KEY, OPTIMISTIC).believes("a1", 70);

        assertThat(story.kinds()).containsExactly(Kind.TWO_BELIEVERS);
    }

    @Test
    void nobodyBelievesALeaseLongInWhatWasDropped() {
        story.has("a1", 0, 1, 1, KEY, OPTIMISTIC).believes("a1", 11_051);
        story.has("b1", 0, 1, 2, KEY, OPTIMISTIC).believes("b1", 48);
        story.promotes("b2", "b1", 49, KEY).gets("b2", 50, 3).believes("b2", 80);

        assertThat(story.kinds()).containsExactly(Kind.TWO_BELIEVERS);
    }

    @Test
    void aPromotionThatNobodyKnowsOfDropsToo() {
        story.has("a1", 0, 1, 1, KEY, OPTIMISTIC).believes("a1", 65).loses("a1", 66, Cause.PROMOTED_BY_OTHER);
        story.has("b1", 0, 1, 2, KEY, OPTIMISTIC).believes("b1", 48);
        story.promotes("b2", "b1", 49, KEY).dies("b");
        story.has("c1", 55, 63, 4, KEY, EXCLUSIVE).believes("c1", 70);

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void theRegisterWritesForAnEarlierHolder() {
        story.writes("a", 1, 5, KEY).writes("b", 2, 4, OTHER).writes("b", 3, 4, KEY);

        assertThat(story.kinds()).containsExactly(Kind.TWO_WRITERS);
    }

    @Test
    void theRegisterWritesForTwoWithTheSameToken() {
        story.writes("a", 1, 5, KEY).writes("b", 3, 5, KEY);

        assertThat(story.kinds()).containsExactly(Kind.TWO_WRITERS);
    }

    @Test
    void aHolderCannotWrite() {
        story.has("a1", 0, 1, 1, KEY, EXCLUSIVE).isRefused("a1", 20).believes("a1", 21);

        assertThat(story.kinds()).containsExactly(Kind.HOLDER_REFUSED);
    }

    @Test
    void aFormerHolderCannotWriteWithRight() {
        story.has("a1", 0, 1, 1, KEY, EXCLUSIVE).believes("a1", 19).isRefused("a1", 20);

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void aTokenIsGrantedTwice() {
        story.has("a1", 0, 1, 7, KEY, EXCLUSIVE).has("b1", 0, 1, 7, OTHER, EXCLUSIVE);

        assertThat(story.kinds()).containsExactly(Kind.TOKEN_REPEATED);
    }

    @Test
    void aTokenIsSmallerThanAnEarlierOne() {
        story.has("a1", 0, 1, 7, ROW, SHARED).has("b1", 2, 3, 6, KEY, EXCLUSIVE);

        assertThat(story.kinds()).containsExactly(Kind.TOKEN_DESCENDED);
    }

    @Test
    void tokensOfRequestsAtTheSameTimeMayBeInAnyOrder() {
        story.has("a1", 0, 2, 7, KEY, SHARED).has("b1", 1, 3, 6, KEY, SHARED);
        story.has("c1", 10, 11, 5, OTHER, EXCLUSIVE);

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void aLaterRequestIsServedFirst() {
        story.has("a1", 0, 1_000, 2, KEY, EXCLUSIVE);
        story.has("b1", 200, 500, 1, KEY, SHARED);

        assertThat(story.kinds()).containsExactly(Kind.OVERTAKEN);
    }

    @Test
    void aLaterRequestIsServedWhileAnEarlierOneWaitsInVain() {
        story.asks("a1", 0, 1_000, ROW, EXCLUSIVE).ends("a1", 1_000, Outcome.TIMED_OUT);
        story.has("b1", 200, 500, 1, KEY, SHARED);

        assertThat(story.kinds()).containsExactly(Kind.OVERTAKEN);
    }

    @Test
    void onlyClearlyLaterRequestsCount() {
        story.has("a1", 0, 1_000, 9, KEY, EXCLUSIVE);
        story.has("b1", 99, 500, 1, KEY, EXCLUSIVE);
        story.has("c1", 200, 950, 2, KEY, EXCLUSIVE);
        story.has("d1", 200, 500, 3, OTHER, EXCLUSIVE);

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void whoWasCutOffMayBeOvertaken() {
        story.has("a1", 0, 1_000, 2, KEY, EXCLUSIVE);
        story.has("b1", 200, 500, 1, KEY, EXCLUSIVE);
        story.fault(FaultKind.WIRE_FREEZE, "a", 100, 150);

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void aRestartOfTheHubTakesNoPlace() {
        story.has("a1", 0, 9_000, 2, KEY, EXCLUSIVE);
        story.asks("b1", 200, 20_000, KEY, EXCLUSIVE).gets("b1", 8_000, 1);
        story.fault(FaultKind.HUB_KILL, 1_000, 5_000);

        assertThat(story.kinds()).contains(Kind.OVERTAKEN);
    }

    @Test
    void whoHoldsWhatAnEarlierOneWaitsForMayGoFirst() {
        story.has("b1", 0, 1, 1, KEY, SHARED).believes("b1", 2);
        story.has("a1", 10, 1_000, 3, KEY, EXCLUSIVE);
        story.has("b2", 200, 500, 2, KEY, EXCLUSIVE);

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void alsoIfTheEarlierOneWaitsForSomebodyWhoWaitsForIt() {
        story.has("b1", 0, 1, 1, KEY, SHARED).believes("b1", 2);
        story.asks("c1", 5, 800, ROW, EXCLUSIVE).ends("c1", 805, Outcome.TIMED_OUT);
        story.has("a1", 10, 1_000, 3, SIBLING, EXCLUSIVE);
        story.has("b2", 200, 500, 2, SIBLING, EXCLUSIVE);

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void whoHoldsSomethingElseMayNotGoFirst() {
        story.has("b1", 0, 1, 1, OTHER, SHARED).believes("b1", 2);
        story.has("a1", 10, 1_000, 3, KEY, EXCLUSIVE);
        story.has("b2", 200, 500, 2, KEY, EXCLUSIVE);

        assertThat(story.kinds()).containsExactly(Kind.OVERTAKEN);
    }

    @Test
    void whoHasLetGoMayNotGoFirst() {
        story.has("b1", 0, 1, 1, KEY, SHARED).believes("b1", 2).releases("b1", 190);
        story.has("a1", 10, 1_000, 3, KEY, EXCLUSIVE);
        story.has("b2", 200, 500, 2, KEY, EXCLUSIVE);

        assertThat(story.kinds()).containsExactly(Kind.OVERTAKEN);
    }

    @Test
    void aLockIsLostForNoReason() {
        story.has("a1", 0, 1, 1, KEY, EXCLUSIVE).believes("a1", 50).loses("a1", 60, Cause.FREED);
        story.fault(FaultKind.WIRE_CUT, "b", 0, 20_000).fault(FaultKind.WIRE_SLOW, "a", 0, 20_000);

        assertThat(story.kinds()).containsExactly(Kind.LOCK_LOST);
    }

    @Test
    void aLockIsLostInARestartOfTheHub() {
        story.has("a1", 0, 1, 1, KEY, EXCLUSIVE).believes("a1", 50).loses("a1", 4_000, Cause.FREED);
        story.fault(FaultKind.HUB_KILL, 1_000, 3_000);

        assertThat(story.kinds()).containsExactly(Kind.LOCK_LOST);
    }

    @Test
    void whoIsCutOffForLongLosesItsLocks() {
        story.has("a1", 0, 1, 1, KEY, EXCLUSIVE).believes("a1", 50).loses("a1", 11_000, Cause.LEASE_OVER);
        story.fault(FaultKind.WIRE_CUT, "a", 1_000, 4_000);
        story.fault(FaultKind.HUB_KILL, 4_500, 11_500);

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void nobodyIsPromotedButALockIsDropped() {
        story.has("a1", 0, 1, 1, KEY, OPTIMISTIC).loses("a1", 50, Cause.PROMOTED_BY_OTHER);

        assertThat(story.kinds()).containsExactly(Kind.LOCK_LOST);
    }

    @Test
    void aRequestDoesNotEndInTime() {
        story.asks("a1", 0, 1_000, KEY, EXCLUSIVE).ends("a1", 3_001, Outcome.TIMED_OUT);

        assertThat(story.kinds()).containsExactly(Kind.ENDLESS_WAIT);
    }

    @Test
    void aRequestNeverEnds() {
        story.asks("a1", 0, 1_000, KEY, EXCLUSIVE);

        assertThat(story.kinds()).containsExactly(Kind.ENDLESS_WAIT);
    }

    @Test
    void theRequestsOfTheDeadNeedNotEnd() {
        story.asks("a1", 0, 1_000, KEY, EXCLUSIVE).dies("a");

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void pausesOfTheWorkerProlongItsWaits() {
        story.asks("a1", 0, 1_000, KEY, EXCLUSIVE).ends("a1", 9_000, Outcome.TIMED_OUT);
        story.fault(FaultKind.WORKER_PAUSE, "a", 500, 8_900);

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void aRequestEndsBeforeItsTimeOrWithAnErrorOfItsOwn() {
        story.asks("a1", 0, 1_000, KEY, EXCLUSIVE).ends("a1", 900, Outcome.TIMED_OUT);
        story.asks("b1", 0, 1_000, KEY, EXCLUSIVE).ends("b1", 10, Outcome.WRONG);
        story.asks("c1", 0, 1_000, KEY, EXCLUSIVE).ends("c1", 10, Outcome.DEADLOCK);

        assertThat(story.kinds()).containsExactly(Kind.WRONG_END, Kind.WRONG_END);
    }

    @Test
    void showsThePieceOfHistory() {
        story.has("a1", 0, 1, 1, KEY, EXCLUSIVE).believes("a1", 50);
        story.has("b1", 2, 49, 2, KEY, SHARED).believes("b1", 60).releases("b1", 61);
        story.fault(FaultKind.HUB_KILL, 10, 20).fault(FaultKind.WIRE_CUT, "c", 30, 40);
        story.fault(FaultKind.HUB_KILL, 50_000, 60_000);

        assertThat(story.judged()).singleElement().satisfies(violation -> {
            assertThat(violation.text()).isEqualTo("a and b both believed in n:cell[1, 1] from 0.049000 to 0.050000");
            assertThat(violation.history())
                    .containsExactly(
                            "EXCLUSIVE n:cell[1, 1] of a (a): asked 0.000000, token 1, granted 0.001000,"
                                    + " believed until 0.050000, released never",
                            "SHARED n:cell[1, 1] of b (b): asked 0.002000, token 2, granted 0.049000,"
                                    + " believed until 0.060000, released 0.061000",
                            "0.010000 to 0.020000: hub-kill ",
                            "0.030000 to 0.040000: wire-cut [c]");
        });
    }
}
