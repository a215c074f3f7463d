package org.asterism.shell.internal.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.DiagnosticsException;
import org.asterism.servernode.DrainRequest;
import org.asterism.servernode.DrainResult;
import org.asterism.servernode.HeapDump;
import org.asterism.servernode.InstanceNodes;
import org.asterism.servernode.NodeDiagnostics;
import org.asterism.servernode.NodeDrainer;
import org.asterism.servernode.NodeLoad;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ThreadDump;
import org.junit.jupiter.api.Test;

class NodeCommandsTest {

    private static final Map<String, ?> OF_A1 = Map.of(NodeStatus.ID, "a/1");

    private final ManualShell shell = new ManualShell();

    @Test
    void threadsAreShownAndKept() throws Exception {
        shell.offer(NodeDiagnostics.class, new Diagnostics(), OF_A1);
        assertThat(shell.run(NodeThreadsCommand.class, "a/1")).isEqualTo("all threads\nkept in /log/threads.txt\n");
        assertThat(shell.run(NodeThreadsCommand.class, "--quiet", "a/1")).isEqualTo("kept in /log/threads.txt\n");
        assertThatThrownBy(() -> shell.run(NodeThreadsCommand.class, "a/2"))
                .hasMessage("there is no server node 'a/2' (known: a/1)");
    }

    @Test
    void whatIsInTheWayOfAHeapDumpIsSaid() {
        shell.offer(NodeDiagnostics.class, new Diagnostics(), OF_A1);
        assertThatThrownBy(() -> shell.run(NodeHeapCommand.class, "a/1"))
                .isInstanceOf(DiagnosticsException.class)
                .hasMessage("no room");
    }

    @Test
    void theNumberOfNodesIsChangedWhereItIsKnown() throws Exception {
        Map<String, Integer> counts = new HashMap<>(Map.of("a", 2));
        shell.offer(InstanceNodes.class, new Counted(counts), Map.of(NodeStatus.INSTANCE, "a"));
        assertThat(shell.run(NodesSetCommand.class, "a", "3"))
                .isEqualTo("a is asked to have 3 server nodes instead of 2; asterism:nodes shows the progress\n");
        assertThat(counts).containsEntry("a", 3);
        assertThatThrownBy(() -> shell.run(NodesSetCommand.class, "b", "3"))
                .hasMessage("there is no instance 'b' (known: a)");
    }

    @Test
    void aDrainThatIsWaitedForTellsNumbers() throws Exception {
        Drained drained = new Drained();
        shell.offer(NodeDrainer.class, drained);
        assertThat(shell.run(NodeDrainCommand.class, "--max", "5m", "--until-sessions", "1", "--stop", "a/1"))
                .isEqualTo("""
                        1 request in flight, 3 sessions left
                        a/1 is drained after 4200 ms: 0 requests in flight, 1 session left, of 3 at first; 2 requests moved to other nodes; it is asked to stop
                        """);
        assertThat(drained.asked).isEqualTo(new DrainRequest(new MemberId("a/1"), Duration.ofMinutes(5), 1, true));
        assertThat(shell.run(NodeDrainCommand.class, "--max", "30", "--json", "a/1"))
                .startsWith("{")
                .contains("\"reached\" : true", "\"sessionsLeft\" : 1", "\"sessionsBefore\" : 3");
        assertThatThrownBy(() -> shell.run(NodeDrainCommand.class, "--max", "soon", "a/1"))
                .hasMessage("not a time: 'soon' (expected 30s, 5m or 2h)");
    }

    private static final class Diagnostics implements NodeDiagnostics {

        @Override
        public ThreadDump threadDump() {
            return new ThreadDump("/log/threads.txt", "all threads");
        }

        @Override
        public HeapDump heapDump() throws DiagnosticsException {
            throw new DiagnosticsException("no room");
        }
    }

    private record Counted(Map<String, Integer> counts) implements InstanceNodes {

        @Override
        public int count() {
            return counts.get("a");
        }

        @Override
        public int resize(int count) {
            return counts.put("a", count);
        }
    }

    private static final class Drained implements NodeDrainer {

        private DrainRequest asked;

        @Override
        public DrainResult drain(DrainRequest request, Consumer<NodeLoad> progress) {
            asked = request;
            progress.accept(new NodeLoad(1, 3));
            return new DrainResult(true, new NodeLoad(1, 3), new NodeLoad(0, 1), 2, Duration.ofMillis(4_200));
        }
    }
}
