package org.asterism.drill.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.asterism.drill.register.RegisterClient;
import org.asterism.lock.LockService;

/** The threads of a worker. */
final class Crew implements AutoCloseable {

    private final List<Thread> threads = new ArrayList<>();
    private final Interrupter interrupter = new Interrupter();
    private volatile boolean ended;

    /** Begins to take locks. */
    Crew(LockService locks, Recorder recorder, WorkerArguments arguments) throws IOException {
        Space space = new Space(arguments.namespace());
        Random seeds = new Random(arguments.seed());
        start(new Keeper(
                locks, recorder, register(arguments), space.kept(arguments.kept()), random(seeds), () -> ended));
        for (int i = 0; i < arguments.customers(); i++) {
            start(new Customer(
                    locks, recorder, register(arguments), space, interrupter, new Chance(random(seeds)), () -> ended));
        }
    }

    /** Ends; whether all have ended in time. */
    boolean end(long millis) throws InterruptedException {
        ended = true;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (Thread thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }

    private void start(Runnable task) {
        Thread thread = new Thread(task, "drill-" + threads.size());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private static Random random(Random seeds) {
        return new Random(seeds.nextLong());
    }

    @SuppressWarnings("MustBeClosed") // it ends with the process
    private static RegisterClient register(WorkerArguments arguments) throws IOException {
        return new RegisterClient(arguments.registerPort());
    }

    @Override
    public void close() {
        interrupter.close();
    }
}
