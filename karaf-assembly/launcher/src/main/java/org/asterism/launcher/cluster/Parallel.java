package org.asterism.launcher.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.asterism.launcher.LauncherException;

/** Does several things that mostly wait side by side. Each of them bounds its own time. */
public final class Parallel {

    private static final int MAX_THREADS = 32;

    private Parallel() {}

    /** The results in the order of the tasks. The first failure is thrown, after all have ended. */
    public static <T> List<T> all(List<? extends Callable<T>> tasks) throws InterruptedException, LauncherException {
        ExecutorService executor =
                Executors.newFixedThreadPool(Math.max(1, Math.min(tasks.size(), MAX_THREADS)), Parallel::daemon);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LauncherException known
                    ? known
                    : new LauncherException(String.valueOf(e.getCause().getMessage()), e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "asterism-parallel");
        thread.setDaemon(true);
        return thread;
    }
}
