package org.asterism.supervisor.internal.process;

/**
 * How many dumps of each node are kept.
 *
 * @param heap heap dumps, also those of the JVM itself when its memory is exhausted; 0: it writes none then
 * @param threads thread dumps
 */
public record DumpLimits(int heap, int threads) {

    /** @throws IllegalArgumentException naming what is wrong */
    public DumpLimits {
        if (heap < 0) {
            throw new IllegalArgumentException("heap.dumps is " + heap + ", not 0 or more");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("thread.dumps is " + threads + ", not at least 1");
        }
    }
}
