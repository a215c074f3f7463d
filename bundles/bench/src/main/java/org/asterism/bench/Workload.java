package org.asterism.bench;

/** One benchmark. */
@FunctionalInterface
public interface Workload {

    /** Runs it in bounded time and leaves nothing running behind. */
    Report run(Progress progress) throws BenchException, InterruptedException;
}
