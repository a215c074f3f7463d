package org.asterism.supervisor.internal.concurrent;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.DiagnosticsException;
import org.asterism.servernode.HeapDump;
import org.asterism.servernode.NodeLoad;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ThreadDump;
import org.asterism.supervisor.NodeSpec;
import org.asterism.supervisor.NodeSupervisor;
import org.asterism.supervisor.SupervisedNode;
import org.asterism.supervisor.internal.NodeSupervision;
import org.asterism.supervisor.internal.SupervisionPolicy;
import org.asterism.supervisor.internal.Surroundings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All nodes of an instance. */
public final class SupervisedNodes implements NodeSupervisor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SupervisedNodes.class);

    private final SupervisionPolicy policy;
    private final Function<NodeSpec, Surroundings> surroundings;
    private final SupervisionThreads threads;
    private final Supplier<Duration> clock;
    private final Map<MemberId, Entry> nodes = new HashMap<>();
    private boolean closed;

    /** Without any node yet. The threads are closed with it. */
    public SupervisedNodes(
            SupervisionPolicy policy,
            Function<NodeSpec, Surroundings> surroundings,
            SupervisionThreads threads,
            Supplier<Duration> clock) {
        this.policy = policy;
        this.surroundings = surroundings;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public synchronized SupervisedNode supervise(NodeSpec spec, Consumer<NodeStatus> listener) {
        if (closed) {
            throw new IllegalStateException("the supervisor is closed");
        }
        CompletionStage<?> before = CompletableFuture.completedFuture(null);
        Entry former = nodes.get(spec.id());
        if (former != null) {
            before = former.whenClosed();
        }
        Entry entry = new Entry(spec, listener);
        nodes.put(spec.id(), entry);
        entry.loop.begin(before);
        return entry;
    }

    /** Stops all nodes side by side and waits for them; those that take too long are killed. */
    @Override
    public void close() {
        List<Entry> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(nodes.values());
        }
        open.forEach(Entry::close);
        Duration patience = policy.stopTimeout().multipliedBy(2).plusSeconds(1);
        if (!ended(open, patience)) {
            LOG.warn("server nodes did not end within {} s and are killed", patience.toSeconds());
            open.forEach(entry -> entry.loop.abandon());
        }
        threads.close();
    }

    private static boolean ended(List<Entry> entries, Duration patience) {
        CompletableFuture<?>[] ends =
                entries.stream().map(entry -> entry.loop.ended()).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException late) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One node as its user has it. */
    private final class Entry implements SupervisedNode {

        private final Consumer<NodeStatus> listener;
        private final SupervisionLoop loop;
        private volatile boolean closing;

        Entry(NodeSpec spec, Consumer<NodeStatus> listener) {
            this.listener = listener;
            this.loop = new SupervisionLoop(
                    new NodeSupervision(
                            spec.id(), spec.weight(), policy, Instant.now().minus(clock.get())),
                    surroundings.apply(spec),
                    threads.loop(),
                    clock,
                    status -> threads.listeners().execute(() -> tell(status)));
        }

        CompletionStage<Void> whenClosed() {
            if (!closing) {
                throw new IllegalStateException("server node " + loop.status().id() + " is looked after already");
            }
            return loop.ended();
        }

        private void tell(NodeStatus status) {
            if (closing) {
                return;
            }
            try {
                listener.accept(status);
            } catch (RuntimeException e) {
                LOG.error("a listener of server node {} failed", status.id(), e);
            }
        }

        @Override
        public NodeStatus status() {
            return loop.status();
        }

        @Override
        public void start() {
            loop.start();
        }

        @Override
        public void stop() {
            loop.stop();
        }

        @Override
        public void restart() {
            loop.restart();
        }

        @Override
        public void drain() {
            loop.drain();
        }

        @Override
        public void isolate() {
            loop.isolate();
        }

        @Override
        public void debug() {
            loop.debug();
        }

        @Override
        public void resume() {
            loop.resume();
        }

        @Override
        public void withdraw() {
            loop.withdraw();
        }

        @Override
        public void readmit() {
            loop.readmit();
        }

        @Override
        public NodeLoad load() {
            return loop.load();
        }

        @Override
        public ThreadDump threadDump() throws DiagnosticsException {
            return loop.threadDump();
        }

        @Override
        public HeapDump heapDump() throws DiagnosticsException {
            return loop.heapDump();
        }

        @Override
        public void setWeight(int weight) {
            loop.setWeight(weight);
        }

        @Override
        public void close() {
            closing = true;
            loop.close();
        }
    }
}
