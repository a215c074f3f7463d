package org.asterism.drill.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.asterism.drill.DrillException;
import org.asterism.drill.history.HistoryBuilder;

/** The workers of a drill. */
public final class Workers implements AutoCloseable {

    private final List<WorkerSlot> slots = new ArrayList<>();

    /** Starts them; returns when all of them are in the cluster. */
    public static Workers start(int count, DrillSite site, HistoryBuilder history)
            throws DrillException, InterruptedException {
        Workers workers = new Workers();
        Runtime.getRuntime().addShutdownHook(new Thread(workers::abandon)); // also those that are paused
        boolean started = false;
        try {
            for (int number = 0; number < count; number++) {
                WorkerSlot slot = new WorkerSlot(number, site, history);
                workers.slots.add(slot);
                slot.start(true);
            }
            for (WorkerSlot slot : workers.slots) {
                slot.awaitReady();
            }
            started = true;
            return workers;
        } finally {
            if (!started) {
                workers.close();
            }
        }
    }

    /** One with which nothing is wrong; waits for it if need be. Whoever takes it gives it back. */
    WorkerSlot anyWhole(Random random) throws InterruptedException {
        int first = random.nextInt(slots.size());
        for (int i = 0; i < slots.size(); i++) {
            WorkerSlot slot = slots.get((first + i) % slots.size());
            if (slot.whole().tryAcquire()) {
                return slot;
            }
        }
        WorkerSlot slot = slots.get(first);
        slot.whole().acquire();
        return slot;
    }

    /** Tells them to take no more locks; returns when their threads have ended, or should have. */
    public void end() throws DrillException, InterruptedException {
        List<Thread> waiting = new ArrayList<>();
        List<DrillException> failures = new ArrayList<>();
        for (WorkerSlot slot : slots) {
            Thread thread = new Thread(() -> end(slot, failures), "drill-end");
            thread.setDaemon(true);
            thread.start();
            waiting.add(thread);
        }
        for (Thread thread : waiting) {
            thread.join();
        }
        synchronized (failures) {
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
        }
    }

    /** A thread that hangs leaves a request in the history that has no end, which is what shows. */
    private static void end(WorkerSlot slot, List<DrillException> failures) {
        try {
            slot.worker().end();
        } catch (DrillException e) {
            synchronized (failures) {
                failures.add(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void abandon() {
        slots.forEach(WorkerSlot::abandon);
    }

    @Override
    public void close() throws DrillException {
        for (WorkerSlot slot : slots) {
            slot.close();
        }
    }
}
