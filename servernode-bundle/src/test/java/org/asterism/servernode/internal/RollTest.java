package org.asterism.servernode.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.internal.RollStep.Failed;
import org.asterism.servernode.internal.RollStep.Finished;
import org.asterism.servernode.internal.RollStep.Restart;
import org.asterism.servernode.internal.RollStep.Returned;
import org.asterism.servernode.internal.RollStep.Wait;
import org.junit.jupiter.api.Test;

class RollTest {

    private static final MemberId A1 = MemberId.ofNode("a", 1);
    private static final MemberId A2 = MemberId.ofNode("a", 2);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Map<MemberId, NodeStatus> nodes = new TreeMap<>();
    private Duration now = Duration.ofSeconds(1000);

    @Test
    void oneAfterTheOtherAndEachOnlyWhenTheOneBeforeIsBack() {
        up(A1, 1, "/shop");
        up(A2, 2, "/shop");
        Roll roll = new Roll(List.of(A1, A2), LIMIT, false);

        assertThat(step(roll)).isEqualTo(new Restart(A1));
        assertThat(step(roll)).isEqualTo(new Wait());
        set(A1, NodeState.DRAINING, 1, "to be restarted", "/shop");
        assertThat(step(roll)).isEqualTo(new Wait());
        set(A1, NodeState.STARTING, 3, "");
        assertThat(step(roll)).isEqualTo(new Wait());
        up(A1, 3);
        assertThat(step(roll)).as("without its application").isEqualTo(new Wait());
        up(A1, 3, "/shop");
        assertThat(step(roll)).isEqualTo(new Returned(A1, Duration.ofSeconds(5)));
        assertThat(step(roll)).isEqualTo(new Restart(A2));
        up(A2, 4, "/shop");
        assertThat(step(roll)).as("what came between was not seen").isEqualTo(new Returned(A2, Duration.ofSeconds(1)));
        assertThat(step(roll)).isEqualTo(new Finished());
    }

    @Test
    void anEmbeddedNodeKeepsItsProcess() {
        up(A1, 1, "/shop");
        up(A2, 1, "/shop");
        Roll roll = new Roll(List.of(A1), LIMIT, false);
        assertThat(step(roll)).isEqualTo(new Restart(A1));

        set(A1, NodeState.STOPPED, 1, "");
        assertThat(step(roll)).isEqualTo(new Wait());
        up(A1, 1, "/shop");

        assertThat(step(roll)).isEqualTo(new Returned(A1, Duration.ofSeconds(2)));
    }

    @Test
    void theOnlyNodeOfAnApplicationIsSparedUnlessForced() {
        up(A1, 1, "/shop", "/wiki");
        up(A2, 2, "/shop");

        assertThat(step(new Roll(List.of(A1), LIMIT, false)))
                .isEqualTo(new Failed(
                        "no other server node that is UP has /wiki while a/1 restarts; with force it is done all"
                                + " the same"));
        assertThat(step(new Roll(List.of(A1), LIMIT, true))).isEqualTo(new Restart(A1));
    }

    @Test
    void aNodeThatIsDrainedIsNoOtherOne() {
        up(A1, 1, "/shop");
        set(A2, NodeState.DRAINING, 2, "drained, until it is resumed", "/shop");

        assertThat(step(new Roll(List.of(A1), LIMIT, false))).isInstanceOf(Failed.class);
    }

    @Test
    void aNodeThatIsNotUpEndsItBeforeItIsTouched() {
        set(A1, NodeState.QUARANTINED, 0, "died 3 times");
        up(A2, 2);

        assertThat(step(new Roll(List.of(A1, A2), LIMIT, true)))
                .isEqualTo(new Failed("a/1 is QUARANTINED (died 3 times), not UP: mend that first"));
        assertThat(step(new Roll(List.of(MemberId.ofNode("b", 1)), LIMIT, true)))
                .isEqualTo(new Failed("b/1 is not there"));
    }

    @Test
    void aNodeThatDiesOnTheWayEndsIt() {
        up(A1, 1);
        Roll roll = new Roll(List.of(A1), LIMIT, false);
        assertThat(step(roll)).isEqualTo(new Restart(A1));

        set(A1, NodeState.FAILED, 0, "it ended with 1");

        assertThat(step(roll))
                .isEqualTo(new Failed("a/1 is FAILED (it ended with 1) 1 s after it was asked to restart"));
    }

    @Test
    void aNodeThatTakesTooLongEndsIt() {
        up(A1, 1);
        Roll roll = new Roll(List.of(A1), LIMIT, false);
        assertThat(step(roll)).isEqualTo(new Restart(A1));
        set(A1, NodeState.STARTING, 3, "no answer yet");
        assertThat(step(roll)).isEqualTo(new Wait());

        now = now.plus(LIMIT);
        nodes.remove(A1);

        assertThat(step(roll)).isEqualTo(new Failed("a/1 is not there 62 s after it was asked to restart"));
    }

    private RollStep step(Roll roll) {
        now = now.plusSeconds(1);
        return roll.next(nodes, now);
    }

    private void up(MemberId id, long pid, String... applications) {
        set(id, NodeState.UP, pid, "", applications);
    }

    private void set(MemberId id, NodeState state, long pid, String reason, String... applications) {
        nodes.put(
                id,
                new NodeStatus(id, state, reason, Hosting.PROCESS, Optional.empty(), pid, 0, List.of(applications), 1));
    }
}
