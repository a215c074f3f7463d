package org.asterism.deployment.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.ArtifactTooLargeException;
import org.asterism.deployment.ChangeRequest;
import org.asterism.deployment.DamagedArtifactException;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentKey;
import org.asterism.deployment.DeploymentKind;
import org.asterism.deployment.Drift;
import org.asterism.deployment.DriftKind;
import org.asterism.deployment.Generation;
import org.asterism.deployment.NodeProgress;
import org.asterism.deployment.NodeStep;
import org.asterism.deployment.RollOptions;
import org.asterism.deployment.RolloutState;
import org.asterism.deployment.Target;
import org.asterism.deployment.internal.Difference;
import org.asterism.deployment.internal.NodeAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must do. */
abstract class TablesContract {

    private static final long MOST = 2_000_000;
    private static final MemberId A = new MemberId("a");
    private static final MemberId A1 = new MemberId("a/1");
    private static final MemberId A2 = new MemberId("a/2");

    private DataSource source;
    private ArtifactTable artifacts;
    private GenerationTable generations;
    private RolloutTable rollouts;
    private NodeTable nodes;
    private Database database;

    abstract DataSource dataSource();

    @BeforeEach
    void tables() {
        source = dataSource();
        Schema.make(source);
        database = new Database(source);
        Clock clock = at(0);
        artifacts = new ArtifactTable(database, clock, MOST);
        generations = new GenerationTable(database, clock);
        rollouts = new RolloutTable(database, clock);
        nodes = new NodeTable(database, clock);
    }

    private static Clock at(long millis) {
        return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    private static byte[] content(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private byte[] read(String sha256) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        artifacts.copy(sha256, out);
        return out.toByteArray();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Deployment configuration(String value, Target target) {
        return Deployment.configuration("my.pid", Map.of("key", value), target);
    }

    private long put(Deployment... deployments) throws DeploymentException {
        return generations.change(ChangeRequest.put(List.of(deployments), "ann", RollOptions.ROLLING));
    }

    @Test
    void aFileIsReadAsItWasStored() throws Exception {
        byte[] content = content(1_000_000, 1);
        Artifact stored = artifacts.put(new ByteArrayInputStream(content));

        assertThat(stored.size()).isEqualTo(content.length);
        assertThat(artifacts.put(new ByteArrayInputStream(content))).isEqualTo(stored);
        assertThat(artifacts.contains(stored.sha256())).isTrue();
        assertThat(read(stored.sha256())).isEqualTo(content);
    }

    @Test
    void whatIsTooLargeOrBreaksOffLeavesNothing() throws Exception {
        assertThatThrownBy(() -> artifacts.put(new ByteArrayInputStream(content((int) MOST + 1, 2))))
                .isInstanceOf(ArtifactTooLargeException.class)
                .hasMessageContaining("artifact.max.bytes");
        assertThatThrownBy(() -> artifacts.put(new BrokenStream(600_000))).hasMessage("the line is cut");
        assertThatThrownBy(() -> artifacts.put(InputStream.nullInputStream())).hasMessage("the file is empty");
        long left = database.transact("counting", connection -> new Statements(connection)
                .number("select count(*) from asterism_artifact_chunk"));
        assertThat(left).isZero();
    }

    @Test
    void aDamagedFileIsRefused() throws Exception {
        Artifact stored = artifacts.put(new ByteArrayInputStream(content(600_000, 3)));
        execute("delete from asterism_artifact_chunk where number = 1");

        assertThatThrownBy(() -> read(stored.sha256()))
                .isInstanceOf(DamagedArtifactException.class)
                .hasMessageContaining(stored.sha256());
    }

    @Test
    void onlyFilesThatNobodyRefersToAreSweptAway() throws Exception {
        Artifact used = artifacts.put(new ByteArrayInputStream(content(10, 4)));
        Artifact unused = artifacts.put(new ByteArrayInputStream(content(10, 5)));
        put(Deployment.file("x", DeploymentKind.BUNDLE, Target.CLUSTER, "1.0.0", used, "x.jar"));

        assertThat(artifacts.sweep(Duration.ofMillis(1))).isZero();
        assertThat(new ArtifactTable(database, at(10), MOST).sweep(Duration.ofMillis(5)))
                .isEqualTo(1);
        assertThat(artifacts.contains(unused.sha256())).isFalse();
        assertThat(read(used.sha256())).hasSize(10);
    }

    @Test
    void memoryDoesNotGrowWithTheFile() throws Exception {
        ArtifactTable large = new ArtifactTable(database, at(0), Long.MAX_VALUE);
        CountingStream content = new CountingStream(20_000_000);
        Artifact stored = large.put(content);
        LargestWrite out = new LargestWrite();
        large.copy(stored.sha256(), out);

        assertThat(content.largestRead).isLessThanOrEqualTo(256 * 1024);
        assertThat(out.largest).isLessThanOrEqualTo(256 * 1024);
        assertThat(out.all).isEqualTo(20_000_000);
    }

    @Test
    void aChangeIsANewGeneration() throws Exception {
        assertThat(generations.newest()).isZero();
        assertThat(generations.state(0).deployments()).isEmpty();
        assertThat(put(configuration("1\n=\\", Target.CLUSTER), configuration("2", Target.of(A1))))
                .isEqualTo(1);
        assertThat(put(configuration("3", Target.CLUSTER))).isEqualTo(2);

        assertThat(generations.state(1).deployments())
                .containsExactly(configuration("1\n=\\", Target.CLUSTER), configuration("2", Target.of(A1)));
        assertThat(generations.state(2).on(A1)).containsExactly(configuration("2", Target.of(A1)));
        assertThat(generations.state(2).on(A2)).containsExactly(configuration("3", Target.CLUSTER));
        assertThat(generations.list(10).stream().map(Generation::what))
                .containsExactly(
                        "update configuration my.pid",
                        "deploy configuration my.pid, deploy configuration my.pid to a/1");
        assertThat(generations.rollback(1, "bob", RollOptions.ROLLING)).isEqualTo(3);
        assertThat(generations.state(3)).isEqualTo(generations.state(1));
    }

    @Test
    void whatCannotBeDoneIsRefusedAndChangesNothing() throws Exception {
        put(configuration("1", Target.CLUSTER));

        assertThatThrownBy(() -> put(configuration("1", Target.CLUSTER)))
                .hasMessageStartingWith("nothing would change");
        assertThatThrownBy(() -> generations.rollback(1, "bob", RollOptions.ROLLING))
                .hasMessageStartingWith("nothing would change");
        assertThatThrownBy(() -> generations.state(7)).hasMessage("there is no generation 7");
        assertThatThrownBy(() -> generations.change(ChangeRequest.remove(
                        List.of(new DeploymentKey("none", Target.CLUSTER)), "ann", RollOptions.ROLLING)))
                .hasMessageStartingWith("there is no deployment none");
        assertThatThrownBy(() -> generations.change(new ChangeRequest(
                        List.of(configuration("2", Target.CLUSTER)),
                        List.of(),
                        "ann",
                        RollOptions.ROLLING,
                        Optional.of(0L))))
                .hasMessageStartingWith("generation 1 is newer than 0");
        assertThatThrownBy(() -> put(Deployment.file(
                        "x", DeploymentKind.WAR, Target.CLUSTER, "1", new Artifact("0".repeat(64), 1), "x.war")))
                .hasMessageContaining("send it first");
        assertThat(generations.newest()).isEqualTo(1);
    }

    @Test
    void everyoneWhoChangesSomethingAtTheSameTimeGetsThrough() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Long>> changes = List.of(change("a"), change("b"), change("c"), change("d"));
            for (Future<Long> future : executor.invokeAll(changes, 60, TimeUnit.SECONDS)) {
                assertThat(future.get()).isBetween(1L, 4L);
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(generations.newest()).isEqualTo(4);
        assertThat(generations.state(4).deployments()).hasSize(4);
    }

    private Callable<Long> change(String pid) {
        return () -> put(Deployment.configuration(pid, Map.of(), Target.CLUSTER));
    }

    @Test
    void aNodeShouldHaveWhatTheRollHasGivenItElseWhatIsStable() throws Exception {
        put(configuration("1", Target.CLUSTER));
        assertThat(generations.assigned(A1)).isZero();
        assertThat(rollouts.take(1, A, 10)).isTrue();
        rollouts.enter(1, 10, RolloutState.RUNNING, "");
        rollouts.step(1, 10, A1, NodeStep.DRAINING, "");
        assertThat(generations.assigned(A1)).isZero();
        rollouts.step(1, 10, A1, NodeStep.APPLYING, "");
        assertThat(generations.assigned(A1)).isEqualTo(1);
        assertThat(generations.assigned(A2)).isZero();
        rollouts.step(1, 10, A1, NodeStep.GOING_BACK, "broken");
        assertThat(generations.assigned(A1)).isZero();
        rollouts.enter(1, 10, RolloutState.DONE, "");
        assertThat(generations.stable()).isEqualTo(1);
        assertThat(generations.assigned(A2)).isEqualTo(1);
    }

    @Test
    void aRollerThatHasLostItsLockWritesNothing() throws Exception {
        put(configuration("1", Target.CLUSTER));
        assertThat(rollouts.take(1, A, 10)).isTrue();
        assertThat(rollouts.take(1, new MemberId("b"), 11)).isTrue();

        assertThat(rollouts.take(1, A, 10)).isFalse();
        assertThat(rollouts.enter(1, 10, RolloutState.FAILED, "late")).isFalse();
        assertThat(rollouts.step(1, 10, A1, NodeStep.DONE, "")).isFalse();
        assertThat(rollouts.find(1).orElseThrow().state()).isEqualTo(RolloutState.WAITING);
        assertThat(rollouts.find(1).orElseThrow().roller()).contains(new MemberId("b"));
    }

    @Test
    void theNewestThatWaitsIsNextUnlessOneWasBegun() throws Exception {
        assertThat(rollouts.open()).isEmpty();
        put(configuration("1", Target.CLUSTER));
        put(configuration("2", Target.CLUSTER));
        assertThat(rollouts.open()).contains(2L);
        rollouts.take(2, A, 10);
        assertThat(rollouts.find(1).orElseThrow().state()).isEqualTo(RolloutState.SUPERSEDED);
        rollouts.enter(2, 10, RolloutState.RUNNING, "");
        put(configuration("3", Target.CLUSTER));
        assertThat(rollouts.open()).contains(2L);
        rollouts.step(2, 10, A2, NodeStep.PENDING, "");
        rollouts.step(2, 10, A1, NodeStep.PENDING, "");
        rollouts.step(2, 10, A2, NodeStep.DONE, "x".repeat(5000));
        assertThat(rollouts.find(2).orElseThrow().nodes().stream().map(NodeProgress::node))
                .containsExactly(A2, A1);
        rollouts.enter(2, 10, RolloutState.DONE, "");
        assertThat(rollouts.open()).contains(3L);
    }

    @Test
    void aDifferenceKeepsTheTimeWhenItBegan() throws Exception {
        nodes.report(new NodeAccount(A1, "one", 1, 2, false, "no"));
        nodes.report(new NodeAccount(A1, "one", 2, 2, true, ""));
        assertThat(nodes.accounts().stream().map(NodeTable.Dated::account))
                .containsExactly(new NodeAccount(A1, "one", 2, 2, true, ""));

        nodes.differ(A1, List.of(new Difference(DriftKind.FAILED, "x", "1", "", "lacks y")));
        new NodeTable(database, at(50))
                .differ(
                        A1,
                        List.of(
                                new Difference(DriftKind.FAILED, "x", "1", "", "lacks z"),
                                new Difference(DriftKind.EXTRA, "hand", "", "1.0.0", "by hand")));
        List<Drift> drift = nodes.drift();
        assertThat(drift.stream().map(Drift::name)).containsExactly("hand", "x");
        assertThat(drift.get(1).reason()).isEqualTo("lacks z");
        assertThat(drift.get(1).since()).isEqualTo(Instant.EPOCH);
        assertThat(drift.get(0).since()).isEqualTo(Instant.ofEpochMilli(50));
        nodes.differ(A1, List.of());
        assertThat(nodes.drift()).isEmpty();
    }

    private static final class BrokenStream extends InputStream {
        private int left;

        BrokenStream(int left) {
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            if (left-- == 0) {
                throw new IOException("the line is cut");
            }
            return 1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                bytes[offset] = (byte) read();
            }
            return Math.min(length, 1);
        }
    }

    private static final class CountingStream extends InputStream {
        private long left;
        private int largestRead;

        CountingStream(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 7 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int count = (int) Math.min(length, left);
            left -= count;
            largestRead = Math.max(largestRead, length);
            return count > 0 || length == 0 ? count : -1;
        }
    }

    private static final class LargestWrite extends OutputStream {
        private int largest;
        private long all;

        @Override
        public void write(int b) {
            all++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            largest = Math.max(largest, length);
            all += length;
        }
    }
}
