package org.asterism.servernode.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.DrainRequest;
import org.asterism.servernode.DrainResult;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeLoad;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.junit.jupiter.api.Test;

class DrainTest {

    private static final MemberId NODE = MemberId.ofNode("a", 1);
    private static final NodeLoad BEFORE = new NodeLoad(2, 5);
    private static final Duration BEGIN = Duration.ofSeconds(100);

    private final Drain drain =
            new Drain(new DrainRequest(NODE, Duration.ofSeconds(30), 3, false), BEFORE, Duration.ofSeconds(2), BEGIN);

    @Test
    void waitsUntilNoMoreSessionsAreLeftThanAllowedAndNoRequest() {
        assertThat(next(NodeState.UP, 2, 5, 0)).isEqualTo(new DrainStep.Wait(new NodeLoad(2, 5)));
        assertThat(next(NodeState.DRAINING, 0, 5, 3)).isEqualTo(new DrainStep.Wait(new NodeLoad(0, 5)));
        assertThat(next(NodeState.DRAINING, 1, 3, 4)).isEqualTo(new DrainStep.Wait(new NodeLoad(1, 3)));
        assertThat(next(NodeState.DRAINING, 0, 3, 5)).isEqualTo(done(true, 0, 3, 5));
    }

    @Test
    void believesNothingBeforeEveryoneHasHeardOfIt() {
        assertThat(next(NodeState.DRAINING, 0, 0, 1)).isInstanceOf(DrainStep.Wait.class);
        assertThat(next(NodeState.DRAINING, 0, 0, 2)).isEqualTo(done(true, 0, 0, 2));
    }

    @Test
    void tellsWhatIsLeftWhenItsTimeIsOver() {
        assertThat(next(NodeState.DRAINING, 1, 4, 30)).isEqualTo(done(false, 1, 4, 30));
    }

    @Test
    void aNodeThatNeverBeginsToDrainIsNotDrained() {
        assertThat(next(NodeState.UP, 0, 0, 30)).isEqualTo(done(false, 0, 0, 30));
    }

    @Test
    void endsEarlyIfTheNodeIsNotDrainedAnyMore() {
        next(NodeState.DRAINING, 0, 5, 3);
        assertThat(next(NodeState.UP, 0, 5, 4)).isEqualTo(new DrainStep.Failed("a/1 is UP while it was drained"));
        assertThat(next(NodeState.FAILED, 0, 5, 4))
                .isEqualTo(new DrainStep.Failed("a/1 is FAILED while it was drained"));
        assertThat(drain.next(Optional.empty(), NodeLoad.NONE, BEGIN))
                .isEqualTo(new DrainStep.Failed("a/1 has gone while it was drained"));
    }

    @Test
    void onlyANodeThatServesCanBeDrained() {
        assertThat(Drain.refusal(status(NodeState.UP))).isEmpty();
        assertThat(Drain.refusal(status(NodeState.DRAINING))).isEmpty();
        assertThat(Drain.refusal(status(NodeState.STOPPED))).contains("a/1 is STOPPED, so there is nothing to drain");
    }

    private DrainStep next(NodeState state, int requests, int sessions, long seconds) {
        return drain.next(Optional.of(status(state)), new NodeLoad(requests, sessions), BEGIN.plusSeconds(seconds));
    }

    private static DrainStep done(boolean reached, int requests, int sessions, long seconds) {
        return new DrainStep.Done(
                new DrainResult(reached, BEFORE, new NodeLoad(requests, sessions), 0, Duration.ofSeconds(seconds)));
    }

    private static NodeStatus status(NodeState state) {
        return new NodeStatus(NODE, state, "", Hosting.PROCESS, Optional.empty(), 1, 0, List.of(), 1);
    }
}
