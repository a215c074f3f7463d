package org.asterism.supervisor.internal.osgi;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.PATH;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.spi.MemberControl;
import org.asterism.container.ClusterLayout;
import org.asterism.container.ProcessRecord;
import org.asterism.servernode.DiagnosticsException;
import org.asterism.servernode.HeapDump;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ThreadDump;
import org.asterism.supervisor.SupervisedNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole supervisor with real child processes of a fake distribution. */
@Timeout(120)
class SupervisorOnRealProcessesTest {

    @TempDir
    private Path directory;

    private final List<String> dead = new CopyOnWriteArrayList<>();
    private Path home;
    private Path base;
    private ClusterLayout layout;
    private SupervisorComponent supervisor;

    @BeforeEach
    void prepare() throws IOException {
        home = FakeDistribution.in(directory.resolve("home"));
        base = Files.createDirectories(directory.resolve("base"));
        layout = new ClusterLayout(base);
        supervisor = supervisor();
    }

    @AfterEach
    void nothingIsLeftRunning() throws IOException {
        supervisor.deactivate();
        for (int number : layout.nodeNumbers("a")) {
            assertThat(record(number).identity().isAlive()).isFalse();
        }
    }

    @Test
    void aNodeIsStartedAndRecorded() throws IOException {
        SupervisedNode node = supervise(1);
        NodeStatus up = until(node, status -> status.state() == NodeState.UP);
        assertThat(up.applications()).containsExactly("/shop");
        assertThat(up.restarts()).isZero();
        await().untilAsserted(
                        () -> assertThat(nodeRecord(1).path("state").asText()).isEqualTo("UP"));
        JsonNode record = nodeRecord(1);
        assertThat(record.path("pid").asLong()).isEqualTo(up.pid());
        assertThat(record.path("startedAt").asLong())
                .isEqualTo(record(1).identity().startedAt());
        assertThat(record.path("url").asText()).isEqualTo(up.url().orElseThrow().toString());
        assertThat(record.path("applications").get(0).asText()).isEqualTo("/shop");
        assertThat(record.path("hosting").asText()).isEqualTo("process");
    }

    @Test
    void aKilledNodeComesBackAtTheSameAddressAndItsDeathIsReported() throws IOException {
        SupervisedNode node = supervise(1);
        NodeStatus first = until(node, status -> status.state() == NodeState.UP);
        String incarnation = recordOfUp(1).path("incarnation").asText();
        signal(first.pid(), "KILL");
        NodeStatus second = until(node, status -> status.state() == NodeState.UP && status.pid() != first.pid());
        assertThat(second.restarts()).isOne();
        assertThat(second.url()).isEqualTo(first.url());
        assertThat(dead).containsExactly(incarnation);
    }

    @Test
    void aHungNodeIsReplaced() throws IOException {
        SupervisedNode node = supervise(1);
        NodeStatus first = until(node, status -> status.state() == NodeState.UP);
        signal(first.pid(), "STOP");
        NodeStatus second = until(node, status -> status.state() == NodeState.UP && status.pid() != first.pid());
        assertThat(second.restarts()).isOne();
        assertThat(dead).hasSize(1);
        assertThat(ProcessHandle.of(first.pid()).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(threadDumps()).singleElement(as(PATH)).content().contains("Full thread dump ", "\"main\"");
    }

    @Test
    void itsThreadsAndItsHeapAreLookedInto() throws Exception {
        SupervisedNode node = supervise(1);
        NodeStatus up = until(node, status -> status.state() == NodeState.UP);
        ThreadDump threads = await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(DiagnosticsException.class) // it may be too young
                .until(node::threadDump, dump -> true);
        assertThat(threads.text())
                .startsWith("Full thread dump ")
                .contains("\"main\"")
                .contains("waitForEver");
        assertThat(Path.of(threads.file())).hasContent(threads.text());
        HeapDump first = node.heapDump();
        assertThat(Path.of(first.file())).hasSize(first.bytes());
        HeapDump second = node.heapDump();
        assertThat(Path.of(second.file())).exists();
        assertThat(Path.of(first.file())).as("only one is kept").doesNotExist();
        assertThat(node.status().pid()).isEqualTo(up.pid());

        node.stop();
        until(node, status -> status.state() == NodeState.STOPPED);
        assertThatThrownBy(node::threadDump)
                .isInstanceOf(DiagnosticsException.class)
                .hasMessage("a/1 is STOPPED and has no process to look into");
    }

    @Test
    void aNodeThatRunsOutOfMemoryLeavesItsHeapAndSaysSo() throws IOException {
        Files.createFile(Files.createDirectories(layout.applications()).resolve("greedy"));
        SupervisedNode node = supervise(1);
        NodeStatus status = until(node, s -> s.state() == NodeState.QUARANTINED);
        assertThat(status.reason()).contains("ran out of memory: Java heap space; its heap is in ");
        try (Stream<Path> dumps = Files.list(layout.node("a", 1).dumps())) {
            assertThat(dumps).hasSize(1);
        }
    }

    @Test
    void aDebuggerFindsItsPort() throws IOException {
        SupervisedNode node = supervise(1);
        until(node, status -> status.state() == NodeState.UP);
        node.debug();
        NodeStatus debugged = until(node, status -> status.state() == NodeState.ISOLATED);
        String address = debugged.debug().orElseThrow();
        assertThat(address).startsWith("127.0.0.1:");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(address.substring(10)))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("JDWP-Handshake".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(14), StandardCharsets.US_ASCII))
                    .isEqualTo("JDWP-Handshake");
        }
        node.resume();
        NodeStatus up = until(node, status -> status.state() == NodeState.UP);
        assertThat(up.debug()).isEmpty();
        assertThat(up.pid()).isNotEqualTo(debugged.pid());
    }

    private List<Path> threadDumps() throws IOException {
        try (Stream<Path> files = Files.list(layout.node("a", 1).logs())) {
            return files.filter(file -> file.getFileName().toString().startsWith("threads-"))
                    .toList();
        }
    }

    @Test
    void aNodeThatEndsAtOnceIsQuarantinedUntilItIsStarted() throws IOException {
        Path broken = Files.createDirectories(layout.applications()).resolve("broken");
        Files.createFile(broken);
        SupervisedNode node = supervise(1);
        NodeStatus status = until(node, s -> s.state() == NodeState.QUARANTINED);
        assertThat(status.reason()).contains("died 3 times").contains("exit code 3");
        Files.delete(broken);
        Files.delete(layout.node("a", 1).deploy().resolve("broken"));
        node.start();
        until(node, s -> s.state() == NodeState.UP);
    }

    @Test
    void aStoppedNodeStaysDownUntilItIsStartedAndTakesAnotherPortIfItsOwnIsTaken() throws IOException {
        SupervisedNode node = supervise(1);
        NodeStatus first = until(node, status -> status.state() == NodeState.UP);
        node.stop();
        until(node, status -> status.state() == NodeState.STOPPED);
        assertThat(ProcessHandle.of(first.pid()).filter(ProcessHandle::isAlive)).isEmpty();
        int port = first.url().orElseThrow().getPort();
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            node.start();
            NodeStatus second = until(node, status -> status.state() == NodeState.UP);
            assertThat(second.url().orElseThrow().getPort()).isNotEqualTo(port);
        }
    }

    @Test
    void allNodesEndSideBySideWithTheSupervisorAndTheStubbornAreKilled() throws IOException {
        Files.createFile(Files.createDirectories(layout.applications()).resolve("stubborn"));
        List<SupervisedNode> nodes = List.of(supervise(1), supervise(2), supervise(3));
        List<Long> pids = nodes.stream()
                .map(node ->
                        until(node, status -> status.state() == NodeState.UP).pid())
                .toList();
        long start = System.nanoTime();
        supervisor.deactivate();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Duration one = Settings.IMPATIENT.policy().stopTimeout();
        assertThat(took).isBetween(one, one.multipliedBy(2));
        assertThat(pids)
                .noneMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
        assertThat(dead).hasSize(3);
    }

    @Test
    void aNodeThatIsConfiguredAnewWaitsForItsFormerProcess() {
        SupervisedNode before = supervise(1);
        NodeStatus first = until(before, status -> status.state() == NodeState.UP);
        before.close();
        SupervisedNode after = supervise(1);
        NodeStatus second = until(after, status -> status.state() == NodeState.UP);
        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(ProcessHandle.of(first.pid()).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void aNodeOutlivesTheKillOfItsInstanceAndIsTakenOver() throws IOException, InterruptedException {
        Process instance = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeInstance.class.getName(),
                        home.toString(),
                        base.toString())
                .inheritIO()
                .start();
        long pid = recordOfUp(1).path("pid").asLong();
        instance.destroyForcibly();
        assertThat(instance.waitFor(10, TimeUnit.SECONDS)).isTrue();

        SupervisedNode node = supervise(1);
        NodeStatus adopted = until(node, status -> status.state() == NodeState.UP);
        assertThat(adopted.pid()).isEqualTo(pid);
        assertThat(adopted.restarts()).isZero();
        assertThat(dead).isEmpty();

        signal(pid, "KILL");
        NodeStatus next = until(node, status -> status.state() == NodeState.UP && status.pid() != pid);
        assertThat(next.url()).isEqualTo(adopted.url());
        assertThat(dead).hasSize(1);
    }

    @Test
    void theDeathOfANodeWhileItsInstanceWasAwayIsReported() throws IOException {
        SupervisedNode before = supervise(1);
        until(before, status -> status.state() == NodeState.UP);
        JsonNode up = recordOfUp(1);
        before.close();
        supervisor.deactivate();
        new ObjectMapper().writeValue(layout.nodeRecord("a", 1).toFile(), up);
        dead.clear();
        supervisor = supervisor();
        until(supervise(1), status -> status.state() == NodeState.UP);
        assertThat(dead).containsExactly(up.path("incarnation").asText());
    }

    private SupervisorComponent supervisor() {
        MemberControl member = new MemberControl() {
            @Override
            public void state(MemberState state) {}

            @Override
            public void reportDeath(MemberId id, String incarnation) {
                dead.add(incarnation);
            }
        };
        return new SupervisorComponent(Settings.cluster(home, base), member, Settings.IMPATIENT);
    }

    private SupervisedNode supervise(int number) {
        return supervisor.supervise(Settings.node(number), status -> {});
    }

    private static NodeStatus until(SupervisedNode node, Predicate<NodeStatus> condition) {
        return await().atMost(Duration.ofSeconds(60)).until(node::status, condition);
    }

    /** It is written after the state has been told. */
    private JsonNode recordOfUp(int number) {
        return await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(
                        () -> nodeRecord(number),
                        record -> record.path("state").asText().equals("UP"));
    }

    private JsonNode nodeRecord(int number) throws IOException {
        return new ObjectMapper().readTree(layout.nodeRecord("a", number).toFile());
    }

    private ProcessRecord record(int number) throws IOException {
        return ProcessRecord.read(layout.node("a", number).processRecord()).orElseThrow();
    }

    private static void signal(long pid, String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
            assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
