package org.asterism.drill.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.asterism.drill.DrillException;
import org.asterism.drill.history.HistoryBuilder;
import org.asterism.drill.worker.WorkerArguments;

/** A place for a worker, with its wires: when it is killed another one takes it. One at a time may break something here. */
final class WorkerSlot implements AutoCloseable {

    private static final Duration READY = Duration.ofSeconds(90);

    private final int number;
    private final DrillSite site;
    private final HistoryBuilder history;
    private final Wires wires;
    private final Semaphore whole = new Semaphore(1);
    private int lives;
    private WorkerProcess worker;

    WorkerSlot(int number, DrillSite site, HistoryBuilder history) throws DrillException {
        this.number = number;
        this.site = site;
        this.history = history;
        try {
            this.wires = new Wires(site.hubs());
        } catch (IOException e) {
            throw new DrillException("no port for a wire: " + e.getMessage(), e);
        }
    }

    Semaphore whole() {
        return whole;
    }

    Wires wires() {
        return wires;
    }

    synchronized WorkerProcess worker() {
        return worker;
    }

    /**
     * Starts a worker.
     *
     * @param sameMember whether it is the next life of the last one, or another member
     */
    synchronized void start(boolean sameMember) throws DrillException {
        lives++;
        String life = "w" + number + "." + lives;
        String member = site.member() + "-" + number + (sameMember ? "" : "-" + lives);
        WorkerArguments arguments = new WorkerArguments(
                wires.urls(),
                site.secretFile(),
                member,
                life,
                site.namespace(),
                site.registerPort(),
                site.seed() + lives * 1_000L + number,
                number / 2,
                site.customers());
        worker = WorkerProcess.start(arguments, site.logs(), event -> history.add(life, event));
    }

    void awaitReady() throws DrillException, InterruptedException {
        worker().awaitReady(READY);
    }

    /** SIGKILL without waiting. */
    void abandon() {
        WorkerProcess last = worker();
        if (last != null) {
            last.handle().destroyForcibly();
        }
    }

    @Override
    public void close() throws DrillException {
        wires.close();
        try {
            if (worker() != null) {
                worker().kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
