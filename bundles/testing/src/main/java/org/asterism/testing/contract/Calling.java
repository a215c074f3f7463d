package org.asterism.testing.contract;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A call that blocks a thread of its own. */
final class Calling {

    private final FutureTask<?> task;
    private final Thread thread;

    Calling(Callable<?> call) {
        task = new FutureTask<>(call);
        thread = new Thread(task, "calling");
        thread.setDaemon(true);
        thread.start();
    }

    void interrupt() {
        thread.interrupt();
    }

    /** Waits for it. */
    Throwable failure() throws Exception {
        try {
            task.get(ClusterContract.SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return e.getCause();
        }
        throw new AssertionError("the call did not fail");
    }
}
