package org.asterism.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.NodeLoad;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.supervisor.internal.HealthAnswer.NotReady;
import org.asterism.supervisor.internal.HealthAnswer.Ready;
import org.asterism.supervisor.internal.HealthAnswer.Silent;
import org.asterism.supervisor.internal.SupervisionEffect.Kill;
import org.asterism.supervisor.internal.SupervisionEffect.KillHung;
import org.asterism.supervisor.internal.SupervisionEffect.Launch;
import org.asterism.supervisor.internal.SupervisionEffect.Probe;
import org.asterism.supervisor.internal.SupervisionEffect.ReportDeath;
import org.asterism.supervisor.internal.SupervisionEffect.Terminate;
import org.asterism.supervisor.internal.SupervisionEffect.Watch;
import org.asterism.supervisor.internal.SupervisionEvent.Close;
import org.asterism.supervisor.internal.SupervisionEvent.Exited;
import org.asterism.supervisor.internal.SupervisionEvent.Found;
import org.asterism.supervisor.internal.SupervisionEvent.Gone;
import org.asterism.supervisor.internal.SupervisionEvent.LaunchFailed;
import org.asterism.supervisor.internal.SupervisionEvent.Launched;
import org.asterism.supervisor.internal.SupervisionEvent.Probed;
import org.asterism.supervisor.internal.SupervisionEvent.Restart;
import org.asterism.supervisor.internal.SupervisionEvent.Start;
import org.asterism.supervisor.internal.SupervisionEvent.Stop;
import org.asterism.supervisor.internal.SupervisionEvent.Tick;
import org.junit.jupiter.api.Test;

class NodeSupervisionTest {

    private static final Child FIRST = new Child(101, 1, URI.create("http://127.0.0.1:20001"));
    private static final Child SECOND = new Child(102, 2, URI.create("http://127.0.0.1:20001"));
    private static final Child DEBUGGED = new Child(103, 3, FIRST.url(), Optional.of(20_005));
    private static final Ready READY = new Ready("i-1", List.of("/shop"));

    private final NodeSupervision node = new NodeSupervision(MemberId.ofNode("a", 1), 1, Policies.ROUND, Instant.EPOCH);
    private Duration now = Duration.ZERO;

    @Test
    void aNodeWithoutFormerLifeIsStartedAndGetsReady() {
        assertThat(node.status().state()).isEqualTo(NodeState.STARTING);
        assertThat(apply(new Gone(""))).containsExactly(new Launch());
        assertThat(apply(new Launched(FIRST))).containsExactly(new Watch(FIRST), new Probe(FIRST));
        assertThat(apply(new Probed(FIRST, new NotReady("booting")))).isEmpty();
        assertThat(node.status().state()).isEqualTo(NodeState.STARTING);
        assertThat(node.status().reason()).isEqualTo("booting");
        assertThat(tick(100)).containsExactly(new Probe(FIRST));
        apply(new Probed(FIRST, READY));
        NodeStatus status = node.status();
        assertThat(status.state()).isEqualTo(NodeState.UP);
        assertThat(status.pid()).isEqualTo(101);
        assertThat(status.url()).contains(FIRST.url());
        assertThat(status.applications()).containsExactly("/shop");
        assertThat(status.restarts()).isZero();
    }

    @Test
    void theDeathOfAFormerLifeIsReportedLate() {
        assertThat(apply(new Gone("i-0"))).containsExactly(new ReportDeath("i-0"), new Launch());
    }

    @Test
    void aLivingChildOfAFormerLifeIsTakenOver() {
        assertThat(apply(new Found(FIRST, "i-1"))).containsExactly(new Watch(FIRST), new Probe(FIRST));
        apply(new Probed(FIRST, READY));
        assertThat(node.status().state()).isEqualTo(NodeState.UP);
        assertThat(node.status().restarts()).isZero();
    }

    @Test
    void aTakenOverChildThatHangsIsReplaced() {
        apply(new Found(FIRST, "i-1"));
        silence(2);
        assertThat(apply(new Probed(FIRST, new Silent("no answer")))).containsExactly(new KillHung(FIRST));
        assertThat(apply(new Exited(FIRST, "killed"))).containsExactly(new ReportDeath("i-1"));
        assertThat(tick(100)).containsExactly(new Launch());
    }

    @Test
    void aChildThatIsReadyIsProbedSeldomOnceItsApplicationsHadTimeToStart() {
        up();
        assertThat(tick(100)).containsExactly(new Probe(FIRST));
        apply(new Probed(FIRST, READY));
        tick(4900);
        apply(new Probed(FIRST, READY));
        assertThat(tick(100)).isEmpty();
        assertThat(tick(900)).containsExactly(new Probe(FIRST));
    }

    @Test
    void applicationsAreFollowed() {
        up();
        tick(100);
        apply(new Probed(FIRST, new Ready("i-1", List.of("/shop", "/admin"))));
        assertThat(node.status().applications()).containsExactly("/admin", "/shop");
    }

    @Test
    void aDeathIsReportedAndAnsweredByARestart() {
        up();
        assertThat(apply(new Exited(FIRST, "process 101 ended"))).containsExactly(new ReportDeath("i-1"));
        assertThat(node.status().state()).isEqualTo(NodeState.FAILED);
        assertThat(node.status().reason()).isEqualTo("process 101 ended");
        assertThat(node.wakeUp()).contains(now.plusMillis(100));
        assertThat(tick(100)).containsExactly(new Launch());
        apply(new Launched(SECOND));
        assertThat(node.status().restarts()).isOne();
        assertThat(node.status().pid()).isEqualTo(102);
    }

    @Test
    void thePauseDoublesUpToItsMaximumAndIsShortAgainAfterAStableTime() {
        apply(new Gone(""));
        assertThat(die()).isEqualTo(Duration.ofMillis(100));
        assertThat(die()).isEqualTo(Duration.ofMillis(200));
        assertThat(die()).isEqualTo(Duration.ofMillis(400));
        now = now.plusSeconds(60);
        assertThat(die()).isEqualTo(Duration.ofMillis(800));
        assertThat(die()).isEqualTo(Duration.ofSeconds(1));
        apply(new Launched(FIRST));
        apply(new Probed(FIRST, READY));
        now = now.plusSeconds(20);
        apply(new Exited(FIRST, "killed"));
        assertThat(node.wakeUp().orElseThrow().minus(now)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aStableChildWhosePortClosesBeforeItsEndIsSeenCountsAsStable() {
        apply(new Gone(""));
        die();
        die();
        apply(new Launched(FIRST));
        apply(new Probed(FIRST, READY));
        now = now.plusSeconds(20);
        apply(new Probed(FIRST, new NotReady("port closed")));
        apply(new Exited(FIRST, "killed"));
        assertThat(node.wakeUp().orElseThrow().minus(now)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void tooManyDeathsInTheWindowEndInQuarantineUntilSomeoneStartsTheNode() {
        apply(new Gone(""));
        die();
        die();
        die();
        apply(new LaunchFailed("no space left"));
        assertThat(node.status().state()).isEqualTo(NodeState.QUARANTINED);
        assertThat(node.status().reason()).contains("4 times").contains("no space left");
        assertThat(node.wakeUp()).isEmpty();
        assertThat(apply(new Start())).containsExactly(new Launch());
        assertThat(die()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aHungChildIsKilledAndReplaced() {
        up();
        silence(1);
        assertThat(node.status().state()).isEqualTo(NodeState.UP);
        silence(1);
        tick(100);
        assertThat(apply(new Probed(FIRST, new Silent("no answer")))).containsExactly(new KillHung(FIRST));
        assertThat(node.status().state()).isEqualTo(NodeState.FAILED);
        apply(new Exited(FIRST, "killed"));
        assertThat(node.status().reason()).isEqualTo("hung: no answer");
        assertThat(tick(100)).containsExactly(new Launch());
    }

    @Test
    void oneMissedAnswerIsForgottenWithTheNextOne() {
        up();
        silence(2);
        tick(100);
        apply(new Probed(FIRST, READY));
        silence(2);
        assertThat(node.status().state()).isEqualTo(NodeState.UP);
    }

    @Test
    void aChildThatIsNoLongerReadyGetsNoRequestsButTime() {
        up();
        tick(100);
        apply(new Probed(FIRST, new NotReady("HTTP 503")));
        assertThat(node.status().state()).isEqualTo(NodeState.STARTING);
        assertThat(node.status().applications()).isEmpty();
        tick(100);
        apply(new Probed(FIRST, READY));
        assertThat(node.status().state()).isEqualTo(NodeState.UP);
    }

    @Test
    void aChildThatDoesNotGetReadyInTimeIsReplaced() {
        apply(new Gone(""));
        apply(new Launched(FIRST));
        apply(new Probed(FIRST, new NotReady("booting")));
        assertThat(tick(10_000)).containsExactly(new Terminate(FIRST));
        assertThat(tick(4_999)).isEmpty();
        assertThat(tick(1)).containsExactly(new Kill(FIRST));
        apply(new Exited(FIRST, "killed"));
        assertThat(node.status().reason()).isEqualTo("not ready within 10000 ms: booting");
    }

    @Test
    void aStopDrainsThenTerminatesThenKills() {
        up();
        assertThat(apply(new Stop())).isEmpty();
        assertThat(node.status().state()).isEqualTo(NodeState.DRAINING);
        assertThat(node.status().applications()).containsExactly("/shop");
        assertThat(tick(1_999)).isEmpty();
        assertThat(tick(1)).containsExactly(new Probe(FIRST));
        assertThat(apply(new Probed(FIRST, READY))).containsExactly(new Terminate(FIRST));
        assertThat(tick(5_000)).containsExactly(new Kill(FIRST));
        assertThat(apply(new Exited(FIRST, "killed"))).containsExactly(new ReportDeath("i-1"));
        assertThat(node.status().state()).isEqualTo(NodeState.STOPPED);
        assertThat(node.wakeUp()).isEmpty();
        assertThat(apply(new Start())).containsExactly(new Launch());
    }

    @Test
    void aRestartOnPurposeIsNoDeathAndHasNoPause() {
        up();
        apply(new Restart());
        terminated();
        assertThat(apply(new Exited(FIRST, "ended"))).containsExactly(new ReportDeath("i-1"), new Launch());
    }

    @Test
    void aStopDuringALaunchEndsTheChildThatComes() {
        apply(new Gone(""));
        apply(new Stop());
        assertThat(apply(new Launched(FIRST))).containsExactly(new Watch(FIRST), new Terminate(FIRST));
        apply(new Exited(FIRST, "ended"));
        assertThat(node.status().state()).isEqualTo(NodeState.STOPPED);
    }

    @Test
    void aChildThatIsFoundAfterACloseIsEnded() {
        apply(new Close());
        assertThat(apply(new Found(FIRST, "i-1"))).containsExactly(new Watch(FIRST), new Terminate(FIRST));
        assertThat(node.closed()).isFalse();
        apply(new Exited(FIRST, "ended"));
        assertThat(node.closed()).isTrue();
    }

    @Test
    void nothingComesAfterAClose() {
        up();
        assertThat(apply(new Close())).containsExactly(new Terminate(FIRST));
        apply(new Start());
        apply(new Restart());
        apply(new Exited(FIRST, "ended"));
        assertThat(node.closed()).isTrue();
        assertThat(apply(new Start())).isEmpty();
        assertThat(node.wakeUp()).isEmpty();
    }

    @Test
    void newsOfAnOlderChildIsIgnored() {
        up();
        apply(new Exited(FIRST, "killed"));
        tick(100);
        apply(new Launched(SECOND));
        apply(new Probed(FIRST, READY));
        apply(new Exited(FIRST, "killed"));
        assertThat(node.status().state()).isEqualTo(NodeState.STARTING);
        assertThat(node.status().pid()).isEqualTo(102);
    }

    @Test
    void aDrainLastsUntilItIsResumed() {
        up();
        assertThat(apply(new SupervisionEvent.Drain())).isEmpty();
        tick(100);
        apply(new Probed(FIRST, READY));
        assertThat(node.status().state()).isEqualTo(NodeState.DRAINING);
        assertThat(node.status().reason()).isEqualTo(NodeStatus.DRAINED);
        assertThat(node.status().applications()).containsExactly("/shop");
        assertThat(apply(new SupervisionEvent.Resume())).isEmpty();
        assertThat(node.status().state()).isEqualTo(NodeState.UP);
        assertThat(node.status().reason()).isEmpty();
    }

    @Test
    void aNodeThatDiesWhileItIsDrainedComesBackDrained() {
        up();
        apply(new SupervisionEvent.Drain());
        apply(new Exited(FIRST, "killed"));
        assertThat(node.status().state()).isEqualTo(NodeState.FAILED);
        tick(100);
        apply(new Launched(SECOND));
        assertThat(node.status().state()).isEqualTo(NodeState.STARTING);
        apply(new Probed(SECOND, READY));
        assertThat(node.status().state()).isEqualTo(NodeState.DRAINING);
    }

    @Test
    void aNodeThatIsWithdrawnIsNotReadyUntilItIsReadmitted() {
        up();
        apply(new SupervisionEvent.Drain());
        assertThat(apply(new SupervisionEvent.Withdraw())).isEmpty();
        assertThat(node.status().state()).isEqualTo(NodeState.STARTING);
        assertThat(node.status().reason()).isEqualTo(NodeStatus.WITHDRAWN);
        assertThat(node.status().applications()).containsExactly("/shop");
        apply(new SupervisionEvent.Resume());
        assertThat(node.status().state()).isEqualTo(NodeState.STARTING);
        apply(new SupervisionEvent.Drain());
        apply(new SupervisionEvent.Readmit());
        assertThat(node.status().state()).isEqualTo(NodeState.DRAINING);
        apply(new SupervisionEvent.Withdraw());
        apply(new Restart());
        assertThat(node.status().reason()).isEqualTo("to be restarted");
    }

    @Test
    void aRestartOnPurposeEndsADrain() {
        up();
        apply(new SupervisionEvent.Drain());
        apply(new Restart());
        assertThat(node.status().reason()).isEqualTo("to be restarted");
        terminated();
        apply(new Exited(FIRST, "ended"));
        apply(new Launched(SECOND));
        apply(new Probed(SECOND, READY));
        assertThat(node.status().state()).isEqualTo(NodeState.UP);
    }

    @Test
    void aWeightOutlivesTheProcess() {
        up();
        apply(new SupervisionEvent.Weigh(3));
        apply(new Exited(FIRST, "killed"));
        assertThat(node.status().weight()).isEqualTo(3);
    }

    @Test
    void requestsInFlightAreFinishedWithinABound() {
        up();
        apply(new Stop());
        tick(2_000);
        assertThat(apply(new Probed(FIRST, busy(2)))).isEmpty();
        assertThat(tick(100)).containsExactly(new Probe(FIRST));
        assertThat(apply(new Probed(FIRST, busy(1)))).isEmpty();
        assertThat(node.load().requests()).isOne();
        tick(100);
        assertThat(apply(new Probed(FIRST, busy(0)))).containsExactly(new Terminate(FIRST));
        assertThat(node.status().reason()).isEqualTo("ending");
    }

    @Test
    void requestsThatDoNotEndAreCutOffAndThatIsSaid() {
        up();
        apply(new Stop());
        tick(2_000);
        apply(new Probed(FIRST, busy(3)));
        tick(100);
        assertThat(tick(2_899)).isEmpty();
        assertThat(tick(1)).containsExactly(new Terminate(FIRST));
        assertThat(node.status().reason()).isEqualTo("ending, with 3 requests that were not answered in time");
        apply(new Exited(FIRST, "ended"));
        assertThat(node.status().state()).isEqualTo(NodeState.STOPPED);
        assertThat(node.load()).isEqualTo(NodeLoad.NONE);
    }

    @Test
    void anAnswerOfBeforeTheDispatchersHaveTurnedAwayDoesNotCount() {
        up();
        apply(new Restart());
        assertThat(apply(new Probed(FIRST, busy(0)))).isEmpty();
        tick(1_999);
        assertThat(apply(new Probed(FIRST, busy(0)))).isEmpty();
        tick(1);
        assertThat(apply(new Probed(FIRST, new NotReady("its HTTP port is not open"))))
                .containsExactly(new Terminate(FIRST));
    }

    @Test
    void anIsolatedNodeRunsOnUntilItIsResumed() {
        up();
        assertThat(apply(new SupervisionEvent.Isolate())).isEmpty();
        assertThat(node.status().state()).isEqualTo(NodeState.ISOLATED);
        assertThat(node.status().reason()).isEqualTo(NodeStatus.ISOLATED);
        apply(new Exited(FIRST, "killed"));
        tick(100);
        apply(new Launched(SECOND));
        apply(new Probed(SECOND, READY));
        assertThat(node.status().state()).isEqualTo(NodeState.ISOLATED);
        assertThat(apply(new SupervisionEvent.Resume())).isEmpty();
        assertThat(node.status().state()).isEqualTo(NodeState.UP);
    }

    @Test
    void aDebuggerGetsAProcessOfItsOwnWhoseSilenceMeansNothing() {
        up();
        apply(new SupervisionEvent.Debug());
        assertThat(node.status().reason()).isEqualTo("to be restarted");
        assertThat(node.debugging()).isTrue();
        terminated();
        assertThat(apply(new Exited(FIRST, "ended"))).contains(new Launch());
        apply(new Launched(DEBUGGED));
        apply(new Probed(DEBUGGED, READY));
        assertThat(node.status().state()).isEqualTo(NodeState.ISOLATED);
        assertThat(node.status().debug()).contains("127.0.0.1:20005");
        for (int i = 0; i < 10; i++) {
            tick(1_000);
            assertThat(apply(new Probed(DEBUGGED, new Silent("no answer")))).isEmpty();
        }
        assertThat(node.status().state()).isEqualTo(NodeState.ISOLATED);

        apply(new SupervisionEvent.Resume());
        assertThat(node.status().state()).isEqualTo(NodeState.DRAINING);
        assertThat(node.debugging()).isFalse();
    }

    @Test
    void aDebuggedProcessThatIsTakenOverIsIsolatedAndHasAllTheTime() {
        apply(new Found(DEBUGGED, "i-1"));
        tick(100_000_000);
        assertThat(apply(new Probed(DEBUGGED, new Silent("no answer")))).isEmpty();
        apply(new Probed(DEBUGGED, READY));
        assertThat(node.status().state()).isEqualTo(NodeState.ISOLATED);
    }

    @Test
    void aWishForADebuggerDuringALaunchReplacesTheProcessThatComes() {
        apply(new Gone(""));
        apply(new SupervisionEvent.Debug());
        assertThat(node.status().state()).isEqualTo(NodeState.STARTING);
        assertThat(apply(new Launched(FIRST))).containsExactly(new Watch(FIRST), new Terminate(FIRST));
        assertThat(apply(new Exited(FIRST, "ended"))).containsExactly(new Launch());
        apply(new Launched(DEBUGGED));
        apply(new Probed(DEBUGGED, READY));
        assertThat(node.status().state()).isEqualTo(NodeState.ISOLATED);
    }

    @Test
    void tellsSinceWhenItIsInItsState() {
        up();
        assertThat(node.status().since()).contains(Instant.EPOCH);
        now = now.plusSeconds(7);
        apply(new SupervisionEvent.Drain());
        now = now.plusSeconds(7);
        apply(new Probed(FIRST, READY));
        assertThat(node.status().since()).contains(Instant.EPOCH.plusSeconds(7));
    }

    private static Ready busy(int requests) {
        return new Ready("i-1", List.of("/shop"), new NodeLoad(requests, 0));
    }

    private void terminated() {
        tick(2_000);
        assertThat(apply(new Probed(FIRST, READY))).containsExactly(new Terminate(FIRST));
    }

    private void up() {
        apply(new Gone(""));
        apply(new Launched(FIRST));
        apply(new Probed(FIRST, READY));
    }

    private void silence(int times) {
        for (int i = 0; i < times; i++) {
            tick(100);
            apply(new Probed(FIRST, new Silent("no answer")));
        }
    }

    /** A child that dies before it is ready. */
    private Duration die() {
        apply(new Launched(FIRST));
        apply(new Exited(FIRST, "killed"));
        Duration pause = node.wakeUp().orElseThrow().minus(now);
        tick(pause.toMillis());
        return pause;
    }

    private List<SupervisionEffect> tick(long millis) {
        now = now.plusMillis(millis);
        return apply(new Tick());
    }

    private List<SupervisionEffect> apply(SupervisionEvent event) {
        return node.apply(event, now);
    }
}
