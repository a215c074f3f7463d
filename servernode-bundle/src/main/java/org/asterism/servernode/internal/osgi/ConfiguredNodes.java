package org.asterism.servernode.internal.osgi;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.InstanceNodes;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.ServerNode;
import org.asterism.servernode.internal.files.NodeFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes how many nodes there are. One that goes is stopped first, so that it finishes what it has. */
final class ConfiguredNodes implements InstanceNodes, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredNodes.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 100;

    private final String instance;
    private final NodeFiles files;
    private final KnownNodes nodes;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "asterism-instance-nodes");
        thread.setDaemon(true);
        return thread;
    });
    private Future<?> removing = CompletableFuture.completedFuture(null);

    ConfiguredNodes(String instance, NodeFiles files, KnownNodes nodes) {
        this.instance = instance;
        this.files = files;
        this.nodes = nodes;
    }

    @Override
    public int count() {
        return numbers().size();
    }

    @Override
    public synchronized int resize(int count) {
        if (count < 0 || count > MAX) {
            throw new IllegalArgumentException("an instance has from 0 to " + MAX + " server nodes, not " + count);
        }
        if (!removing.isDone()) {
            throw new IllegalStateException(
                    "server nodes of " + instance + " are still being removed; see asterism:nodes");
        }
        List<Integer> before = numbers();
        IntStream.rangeClosed(1, count)
                .filter(number -> !before.contains(number))
                .forEach(this::add);
        List<Integer> tooMany = before.stream()
                .filter(number -> number > count)
                .sorted(Comparator.reverseOrder())
                .toList();
        LOG.info("instance {} gets {} server nodes instead of {}", instance, count, before.size());
        removing = executor.submit(() -> tooMany.forEach(this::remove));
        return before.size();
    }

    private List<Integer> numbers() {
        try {
            return files.numbers();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the configuration of " + instance + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void add(int number) {
        try {
            files.add(number);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "server node " + instance + "/" + number + " cannot be configured: " + e.getMessage(), e);
        }
    }

    private void remove(int number) {
        MemberId id = MemberId.ofNode(instance, number);
        try {
            nodes.ask(id, node -> {
                node.stop();
                return id;
            });
            awaitStopped(id);
            files.remove(number);
            LOG.info("server node {} is no more", id);
        } catch (IOException e) {
            LOG.error("server node {} is stopped, but its configuration cannot be removed", id, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitStopped(MemberId id) throws InterruptedException {
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        while (nodes.ask(id, ServerNode::status)
                        .filter(status -> status.state() != NodeState.STOPPED)
                        .isPresent()
                && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
