package org.asterism.drill.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.drill.DrillException;
import org.asterism.drill.Progress;
import org.asterism.drill.history.Fault;
import org.asterism.drill.history.FaultKind;
import org.asterism.drill.history.HistoryBuilder;

/**
 * Breaks one thing after the other and mends it, several at a time but nothing twice at a time, and writes down when. Used by
 * one thread; each fault has a thread of its own.
 */
public final class Saboteur implements AutoCloseable {

    private static final Duration LAST = Duration.ofMinutes(3);

    /** While the hub is away nothing happens: it is left in peace after each fault of it. */
    private static final Duration PEACE = Duration.ofSeconds(3);

    private static final int MAX_DELAY_MILLIS = 120;

    private final FaultPlan plan;
    private final Cluster cluster;
    private final Workers workers;
    private final HistoryBuilder history;
    private final Progress progress;
    private final Semaphore clusterIsWhole = new Semaphore(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(Saboteur::thread);
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private int begun;

    public Saboteur(
            long seed,
            Set<FaultKind> kinds,
            Duration lease,
            Cluster cluster,
            Workers workers,
            HistoryBuilder history,
            Progress progress) {
        this.plan = new FaultPlan(seed, kinds, lease);
        this.cluster = cluster;
        this.workers = workers;
        this.history = history;
        this.progress = progress;
    }

    /** How many faults are over. */
    public int done() {
        return done.get();
    }

    /** How many faults have begun. */
    public int begun() {
        return begun;
    }

    /** Waits a little, then breaks something; returns while it is broken. */
    public void next() throws DrillException, InterruptedException {
        check();
        FaultPlan.Next next = plan.next();
        TimeUnit.NANOSECONDS.sleep(next.gap().toNanos());
        begun++;
        switch (next.kind()) {
            case HUB_KILL, HUB_PAUSE, NODE_KILL, INSTANCE_KILL -> {
                clusterIsWhole.acquire();
                start(next, clusterIsWhole, PEACE, () -> breakCluster(next));
            }
            case WORKER_KILL, WORKER_PAUSE, WIRE_CUT, WIRE_FREEZE, WIRE_SLOW -> {
                WorkerSlot slot = workers.anyWhole(next.chance());
                start(next, slot.whole(), Duration.ZERO, () -> breakWorker(next, slot));
            }
        }
    }

    /** Waits until everything is whole again. */
    public void finish() throws DrillException, InterruptedException {
        if (!isMended()) {
            throw new DrillException("what was broken is not mended after " + LAST.toSeconds() + " s");
        }
        check();
    }

    /** Breaks nothing any more, and waits for what is broken. */
    private boolean isMended() throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(LAST.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void check() throws DrillException {
        Exception failed = failure.get();
        if (failed != null) {
            throw new DrillException("something could not be broken or mended: " + failed.getMessage(), failed);
        }
    }

    private interface Sabotage {
        Set<String> run() throws DrillException, InterruptedException, IOException;
    }

    private void start(FaultPlan.Next next, Semaphore target, Duration peace, Sabotage sabotage) {
        int number = begun;
        threads.execute(() -> {
            try {
                long from = System.nanoTime();
                Set<String> members = sabotage.run();
                Fault fault = new Fault(next.kind(), members, from, System.nanoTime());
                history.add(fault);
                done.incrementAndGet();
                progress.now("fault %d: %s %s, %d ms"
                        .formatted(
                                number,
                                next.kind().word(),
                                members.isEmpty() ? "" : String.join(", ", members),
                                TimeUnit.NANOSECONDS.toMillis(fault.to() - fault.from())));
                sleep(peace);
            } catch (DrillException | IOException | RuntimeException e) {
                failure.compareAndSet(null, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                target.release();
            }
        });
    }

    private Set<String> breakCluster(FaultPlan.Next next) throws DrillException, InterruptedException {
        Random chance = next.chance();
        switch (next.kind()) {
            case HUB_KILL -> {
                Signals.kill(cluster.hub(chance));
                sleep(next.time());
                cluster.restartHub();
            }
            case NODE_KILL -> Signals.kill(cluster.node(chance));
            case INSTANCE_KILL -> {
                String instance = cluster.instance(chance);
                Signals.kill(cluster.instanceProcess(instance));
                cluster.restartInstance(instance);
            }
            default -> pause(cluster.hub(chance), next.time());
        }
        return Set.of();
    }

    private Set<String> breakWorker(FaultPlan.Next next, WorkerSlot slot)
            throws DrillException, InterruptedException, IOException {
        List<String> members = new ArrayList<>(List.of(slot.worker().life()));
        switch (next.kind()) {
            case WORKER_KILL -> {
                history.died(slot.worker().life());
                slot.worker().kill();
                slot.start(next.chance().nextBoolean());
                slot.awaitReady();
                members.add(slot.worker().life());
            }
            case WORKER_PAUSE -> pause(slot.worker().handle(), next.time());
            case WIRE_CUT -> {
                slot.wires().cut();
                sleep(next.time());
                slot.wires().mend();
            }
            case WIRE_FREEZE -> {
                slot.wires().freeze(true);
                sleep(next.time());
                slot.wires().freeze(false);
            }
            default -> {
                slot.wires().slow(Duration.ofMillis(1 + next.chance().nextInt(MAX_DELAY_MILLIS)));
                sleep(next.time().plus(Duration.ofSeconds(1)));
                slot.wires().slow(Duration.ZERO);
            }
        }
        return Set.copyOf(members);
    }

    private static void pause(ProcessHandle process, Duration time) throws DrillException, InterruptedException {
        Signals.pause(process);
        try {
            sleep(time);
        } finally {
            Signals.resume(process);
        }
    }

    private static void sleep(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos()); // for so long it stays broken
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "drill-fault");
        thread.setDaemon(true);
        return thread;
    }

    /** What is broken is mended first: nobody wants a cluster without a hub because something else went wrong. */
    @Override
    public void close() {
        try {
            if (!isMended()) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
