package org.asterism.supervisor.internal.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.asterism.container.ContainerLayout;
import org.asterism.container.ContainerStartException;
import org.asterism.container.ContainerStarter;
import org.asterism.container.ProcessIdentity;
import org.asterism.container.ProcessRecord;
import org.asterism.container.StartedContainer;
import org.asterism.supervisor.NodeRecord;
import org.asterism.supervisor.NodeSpec;
import org.asterism.supervisor.internal.Child;
import org.asterism.supervisor.internal.Processes;
import org.asterism.supervisor.internal.SupervisionEvent;
import org.asterism.supervisor.internal.SupervisionEvent.Found;
import org.asterism.supervisor.internal.SupervisionEvent.Gone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes of one node: child containers in the node's directory, of which at most one lives at a time. */
public final class NodeContainer implements Processes {

    private static final Logger LOG = LoggerFactory.getLogger(NodeContainer.class);
    private static final long POLL_MILLIS = 200;

    private final Cluster cluster;
    private final NodeSpec spec;
    private final ContainerLayout layout;
    private final ContainerStarter starter;
    private final Executor work;
    private final Executor later;
    private volatile NodePorts ports = NodePorts.NONE;
    private volatile Optional<Process> own = Optional.empty();

    /** @param work for starting a process, which blocks, and for looking after one that is no child of this one */
    public NodeContainer(Cluster cluster, NodeSpec spec, ContainerStarter starter, Executor work) {
        this.cluster = cluster;
        this.spec = spec;
        this.layout = cluster.layout().node(spec.instance(), spec.number());
        this.starter = starter;
        this.work = work;
        this.later = CompletableFuture.delayedExecutor(POLL_MILLIS, TimeUnit.MILLISECONDS, work);
    }

    @Override
    public SupervisionEvent former() {
        Optional<NodeRecord.RecordedProcess> told = read(NodeRecord::readProcess, recordFile());
        Optional<ProcessRecord> record = read(ProcessRecord::read, layout.processRecord());
        ports = record.map(ProcessRecord::ports).map(NodePorts::of).orElse(NodePorts.NONE);
        return record.filter(r -> r.identity().isAlive())
                .map(r -> found(r.identity(), told))
                .orElseGet(() -> new Gone(
                        told.map(NodeRecord.RecordedProcess::incarnation).orElse("")));
    }

    private SupervisionEvent found(ProcessIdentity process, Optional<NodeRecord.RecordedProcess> told) {
        LOG.info("server node {}: its process {} of a former life is taken over", spec.id(), process.pid());
        String incarnation = told.filter(t -> t.pid() == process.pid() && t.startedAt() == process.startedAt())
                .map(NodeRecord.RecordedProcess::incarnation)
                .orElse("");
        return new Found(child(process), incarnation);
    }

    @Override
    public CompletionStage<Child> launch() {
        return CompletableFuture.supplyAsync(this::start, work);
    }

    private Child start() {
        try {
            ports = ports.free();
            StartedContainer started = starter.start(cluster.container(spec, layout.base(), ports));
            own = Optional.of(started.process());
            return child(started.identity());
        } catch (ContainerStartException e) {
            throw new LaunchFailedException(e.getMessage(), e);
        }
    }

    @Override
    public CompletionStage<String> exit(Child child) {
        return own.filter(process -> process.pid() == child.pid())
                .map(process -> process.onExit()
                        .thenApply(p -> "process " + p.pid() + " ended with exit code " + p.exitValue()))
                .orElseGet(() -> {
                    CompletableFuture<String> ended = new CompletableFuture<>();
                    poll(child, ended);
                    return ended;
                });
    }

    /** Nobody is told of the end of a process that is not a child of this one. */
    private void poll(Child child, CompletableFuture<String> ended) {
        if (identity(child).isAlive()) {
            later.execute(() -> poll(child, ended));
        } else {
            ended.complete("process " + child.pid() + " ended");
        }
    }

    @Override
    public void terminate(Child child) {
        identity(child).find().ifPresent(ProcessHandle::destroy);
    }

    @Override
    public void kill(Child child) {
        identity(child).find().ifPresent(ProcessHandle::destroyForcibly);
    }

    private Path recordFile() {
        return cluster.layout().nodeRecord(spec.instance(), spec.number());
    }

    private Child child(ProcessIdentity process) {
        return new Child(process.pid(), process.startedAt(), cluster.url(ports));
    }

    private static ProcessIdentity identity(Child child) {
        return new ProcessIdentity(child.pid(), child.startedAt());
    }

    private <T> Optional<T> read(Reader<T> reader, Path file) {
        try {
            return reader.read(file);
        } catch (IOException e) {
            LOG.warn("server node {}: what was recorded of its process is lost", spec.id(), e);
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Reader<T> {
        Optional<T> read(Path file) throws IOException;
    }
}
