package org.asterism.supervisor.internal.concurrent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.asterism.servernode.DiagnosticsException;
import org.asterism.servernode.HeapDump;
import org.asterism.servernode.NodeLoad;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ThreadDump;
import org.asterism.supervisor.SupervisedNode;
import org.asterism.supervisor.internal.Child;
import org.asterism.supervisor.internal.NodeSupervision;
import org.asterism.supervisor.internal.SupervisionEffect;
import org.asterism.supervisor.internal.SupervisionEffect.Kill;
import org.asterism.supervisor.internal.SupervisionEffect.KillHung;
import org.asterism.supervisor.internal.SupervisionEffect.Launch;
import org.asterism.supervisor.internal.SupervisionEffect.Probe;
import org.asterism.supervisor.internal.SupervisionEffect.ReportDeath;
import org.asterism.supervisor.internal.SupervisionEffect.Terminate;
import org.asterism.supervisor.internal.SupervisionEffect.Watch;
import org.asterism.supervisor.internal.SupervisionEvent;
import org.asterism.supervisor.internal.Surroundings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives the supervision of one node on the one thread of its executor, and does what it decides. */
final class SupervisionLoop implements SupervisedNode {

    private static final Logger LOG = LoggerFactory.getLogger(SupervisionLoop.class);

    private final NodeSupervision supervision;
    private final Surroundings surroundings;
    private final ScheduledExecutorService executor;
    private final Supplier<Duration> clock;
    private final Consumer<NodeStatus> changes;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Optional<Future<?>> timer = Optional.empty();
    private volatile NodeStatus status;
    private volatile NodeLoad load = NodeLoad.NONE;
    private volatile Optional<Child> child = Optional.empty();

    SupervisionLoop(
            NodeSupervision supervision,
            Surroundings surroundings,
            ScheduledExecutorService executor,
            Supplier<Duration> clock,
            Consumer<NodeStatus> changes) {
        this.supervision = supervision;
        this.surroundings = surroundings;
        this.executor = executor;
        this.clock = clock;
        this.changes = changes;
        this.status = supervision.status();
    }

    /** Begins once {@code before} is over. */
    void begin(CompletionStage<?> before) {
        before.whenComplete((done, failure) ->
                executor.execute(guarded(() -> apply(surroundings.processes().former()))));
    }

    @Override
    public NodeStatus status() {
        return status;
    }

    @Override
    public void start() {
        handle(new SupervisionEvent.Start());
    }

    @Override
    public void stop() {
        handle(new SupervisionEvent.Stop());
    }

    @Override
    public void restart() {
        handle(new SupervisionEvent.Restart());
    }

    @Override
    public void drain() {
        handle(new SupervisionEvent.Drain());
    }

    @Override
    public void isolate() {
        handle(new SupervisionEvent.Isolate());
    }

    @Override
    public void debug() {
        handle(new SupervisionEvent.Debug());
    }

    @Override
    public void resume() {
        handle(new SupervisionEvent.Resume());
    }

    @Override
    public void withdraw() {
        handle(new SupervisionEvent.Withdraw());
    }

    @Override
    public void readmit() {
        handle(new SupervisionEvent.Readmit());
    }

    @Override
    public NodeLoad load() {
        return load;
    }

    @Override
    public ThreadDump threadDump() throws DiagnosticsException {
        return diagnosed(surroundings.processes()::threadDump);
    }

    @Override
    public HeapDump heapDump() throws DiagnosticsException {
        return diagnosed(surroundings.processes()::heapDump);
    }

    private <T> T diagnosed(Diagnosis<T> diagnosis) throws DiagnosticsException {
        Child running = child.orElseThrow(() ->
                new DiagnosticsException(status.id() + " is " + status.state() + " and has no process to look into"));
        try {
            return diagnosis.of(running);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiagnosticsException("interrupted while looking into " + status.id(), e);
        }
    }

    @FunctionalInterface
    private interface Diagnosis<T> {
        T of(Child child) throws DiagnosticsException, InterruptedException;
    }

    @Override
    public void setWeight(int weight) {
        handle(new SupervisionEvent.Weigh(NodeStatus.requireWeight(status.id(), weight)));
    }

    @Override
    public void close() {
        handle(new SupervisionEvent.Close());
    }

    /** Ends the process without further ado; what else there is to do is not done. */
    void abandon() {
        executor.execute(guarded(() -> supervision.child().ifPresent(surroundings.processes()::kill)));
    }

    /** Completed when it is closed and no process is left. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    private void handle(SupervisionEvent event) {
        executor.execute(guarded(() -> apply(event)));
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("the supervision of server node {} failed", status.id(), e);
            }
        };
    }

    private void apply(SupervisionEvent event) {
        timer.ifPresent(scheduled -> scheduled.cancel(false));
        supervision.apply(event, clock.get()).forEach(this::perform);
        load = supervision.load();
        child = supervision.child();
        publish();
        timer = supervision.wakeUp().map(this::schedule);
        if (supervision.closed()) {
            ended.complete(null);
        }
    }

    private Future<?> schedule(Duration time) {
        long delay = Math.max(0, time.minus(clock.get()).toNanos());
        return executor.schedule(guarded(() -> apply(new SupervisionEvent.Tick())), delay, TimeUnit.NANOSECONDS);
    }

    private void publish() {
        NodeStatus before = status;
        NodeStatus after = supervision.status();
        if (!after.equals(before)) {
            status = after;
            log(before, after);
            surroundings.record().accept(supervision);
            changes.accept(after);
        }
    }

    private static void log(NodeStatus before, NodeStatus after) {
        boolean cutOff = after.state() == NodeState.DRAINING && !after.reason().equals(before.reason());
        if (before.state() != after.state() || cutOff) {
            String cause = after.reason().isEmpty() ? "" : " (" + after.reason() + ")";
            LOG.info("server node {}: {} → {}{}", after.id(), before.state(), after.state(), cause);
        }
    }

    private void perform(SupervisionEffect effect) {
        if (effect instanceof Launch) {
            surroundings
                    .processes()
                    .launch(supervision.debugging())
                    .whenComplete((child, failure) ->
                            handle(failure == null ? new SupervisionEvent.Launched(child) : failed(failure)));
        } else if (effect instanceof Watch watch) {
            surroundings
                    .processes()
                    .exit(watch.child())
                    .whenComplete((how, failure) -> handle(new SupervisionEvent.Exited(watch.child(), how)));
        } else if (effect instanceof Probe probe) {
            surroundings
                    .probe()
                    .ask(probe.child())
                    .whenComplete((answer, failure) -> handle(new SupervisionEvent.Probed(probe.child(), answer)));
        } else if (effect instanceof Terminate terminate) {
            surroundings.processes().terminate(terminate.child());
        } else if (effect instanceof Kill kill) {
            surroundings.processes().kill(kill.child());
        } else if (effect instanceof KillHung hung) {
            surroundings.processes().killHung(hung.child());
        } else if (effect instanceof ReportDeath death) {
            surroundings.deaths().accept(death.incarnation());
        }
    }

    private SupervisionEvent failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        LOG.warn("server node {} could not be started", status.id(), cause);
        return new SupervisionEvent.LaunchFailed(String.valueOf(cause.getMessage()));
    }
}
