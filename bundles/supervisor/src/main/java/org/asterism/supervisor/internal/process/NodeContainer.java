package org.asterism.supervisor.internal.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.asterism.container.ConsoleLog;
import org.asterism.container.ContainerLayout;
import org.asterism.container.ContainerStartException;
import org.asterism.container.ContainerStarter;
import org.asterism.container.ProcessIdentity;
import org.asterism.container.ProcessRecord;
import org.asterism.container.StartedContainer;
import org.asterism.servernode.DiagnosticsException;
import org.asterism.servernode.HeapDump;
import org.asterism.servernode.ThreadDump;
import org.asterism.supervisor.NodeRecord;
import org.asterism.supervisor.NodeSpec;
import org.asterism.supervisor.internal.Child;
import org.asterism.supervisor.internal.ProcessEnd;
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
    private static final int LAST_WORDS = 4_096;
    private static final Duration HUNG_PATIENCE = Duration.ofSeconds(3);
    private static final Duration THREADS_PATIENCE = Duration.ofSeconds(10);
    private static final Duration HEAP_PATIENCE = Duration.ofMinutes(4);

    private final Cluster cluster;
    private final NodeSpec spec;
    private final ContainerLayout layout;
    private final ContainerStarter starter;
    private final Executor work;
    private final Executor later;
    private final Dumps dumps;
    private final ThreadDumps threadDumps;
    private final HeapDumps heapDumps;
    private volatile NodePorts ports = NodePorts.NONE;
    private volatile long printedBefore;
    private volatile Optional<Process> own = Optional.empty();

    /** @param work for starting a process, which blocks, and for looking after one that is no child of this one */
    public NodeContainer(Cluster cluster, NodeSpec spec, ContainerStarter starter, DumpLimits limits, Executor work) {
        this.cluster = cluster;
        this.spec = spec;
        this.layout = cluster.layout().node(spec.instance(), spec.number());
        this.starter = starter;
        this.work = work;
        this.dumps = new Dumps(layout, limits);
        this.threadDumps = new ThreadDumps(layout, dumps);
        this.heapDumps = new HeapDumps(dumps);
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
    public CompletionStage<Child> launch(boolean debug) {
        return CompletableFuture.supplyAsync(() -> start(debug), work);
    }

    private Child start(boolean debug) {
        try {
            ports = ports.free(debug);
            dumps.prepare(1);
            printedBefore = new ConsoleLog(layout).size();
            StartedContainer started = starter.start(cluster.container(spec, layout.base(), ports, options()));
            own = Optional.of(started.process());
            return child(started.identity());
        } catch (ContainerStartException e) {
            throw new LaunchFailedException(e.getMessage(), e);
        } catch (IOException e) {
            throw new LaunchFailedException("there is no place for heap dumps: " + e.getMessage(), e);
        }
    }

    private List<String> options() {
        return dumps.heapWanted()
                ? List.of("-XX:+HeapDumpOnOutOfMemoryError", "-XX:HeapDumpPath=" + layout.dumps())
                : List.of();
    }

    @Override
    public CompletionStage<String> exit(Child child) {
        return own.filter(process -> process.pid() == child.pid())
                .map(process -> process.onExit().thenApply(p -> described(child, OptionalInt.of(p.exitValue()))))
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
            ended.complete(described(child, OptionalInt.empty()));
        }
    }

    private String described(Child child, OptionalInt exitCode) {
        Optional<String> heap = dumps.heapOf(child.pid()).map(Path::toString);
        return ProcessEnd.describe(child.pid(), exitCode, exitCode.isPresent() ? printed() : "", heap);
    }

    /** The end of what the process of this life of the instance has printed; not that of the one before. */
    private String printed() {
        try {
            ConsoleLog console = new ConsoleLog(layout);
            return console.since(Math.max(printedBefore, console.size() - LAST_WORDS), LAST_WORDS);
        } catch (IOException e) {
            LOG.warn("server node {}: what its process printed last is not known", spec.id(), e);
            return "";
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

    @Override
    public void killHung(Child child) {
        work.execute(() -> {
            try {
                ThreadDump dump = threadDumps.take(identity(child), HUNG_PATIENCE);
                LOG.warn("server node {} hangs; what its threads did is in {}", spec.id(), dump.file());
            } catch (DiagnosticsException e) {
                LOG.warn("server node {} hangs, and it is not known in what: {}", spec.id(), e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                kill(child);
            }
        });
    }

    @Override
    public ThreadDump threadDump(Child child) throws DiagnosticsException, InterruptedException {
        return threadDumps.take(identity(child), THREADS_PATIENCE);
    }

    @Override
    public HeapDump heapDump(Child child) throws DiagnosticsException, InterruptedException {
        return heapDumps.take(identity(child), HEAP_PATIENCE);
    }

    private Path recordFile() {
        return cluster.layout().nodeRecord(spec.instance(), spec.number());
    }

    private Child child(ProcessIdentity process) {
        return new Child(process.pid(), process.startedAt(), cluster.url(ports), ports.debug());
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
