package org.asterism.servernode.internal.osgi;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.internal.EmbeddedNode;
import org.asterism.servernode.internal.Engine;
import org.asterism.servernode.internal.NodeSettings;
import org.asterism.servernode.internal.jmx.OwnProcess;
import org.asterism.supervisor.NodeRecord;
import org.asterism.supervisor.NodeSpec;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server node whose engine is this container; there is one while the engine listens. */
final class EmbeddedEngineNode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEngineNode.class);

    private final Engine engine;
    private final EmbeddedNode node;
    private final PublishedNode published;
    private final PublishedDiagnostics diagnostics;
    private final Optional<Path> record;
    private final Future<?> looking;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "asterism-servernode");
        thread.setDaemon(true);
        return thread;
    });

    /** @param poll pause between two looks at what is deployed */
    EmbeddedEngineNode(BundleContext context, NodeSettings settings, Engine engine, Duration poll) {
        this.engine = engine;
        this.record = Optional.ofNullable(context.getProperty("asterism.cluster.base"))
                .map(base -> NodeRecord.file(Path.of(base), new NodeSpec(settings.id(), 1, List.of())));
        this.node = new EmbeddedNode(
                settings,
                ProcessHandle.current().pid(),
                InstantSource.system(),
                status -> executor.execute(() -> changed(status)));
        this.published = new PublishedNode(context, node);
        this.diagnostics = new PublishedDiagnostics(
                context, settings.id(), new OwnProcess(Path.of(context.getProperty("karaf.base"))));
        this.looking = executor.scheduleWithFixedDelay(this::look, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            node.observe(engine.report());
        } catch (RuntimeException e) {
            LOG.error(
                    "the engine of server node {} did not tell its state",
                    node.status().id(),
                    e);
        }
    }

    private void changed(NodeStatus status) {
        LOG.info("server node {} (embedded): {}, applications {}", status.id(), status.state(), status.applications());
        published.refresh();
        record.ifPresent(file -> write(status, file));
    }

    private static void write(NodeStatus status, Path file) {
        long startedAt = ProcessHandle.current()
                .info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .orElse(0L);
        try {
            new NodeRecord(status, startedAt, "").write(file);
        } catch (IOException e) {
            LOG.warn("{} could not be written; the status of the node is not seen from outside", file, e);
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        diagnostics.close();
        published.close();
        node.stop();
        executor.shutdown();
    }
}
