package org.asterism.dispatcher.internal.netty;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Collects what Netty reports of buffers that were lost without a release. Netty makes it by the name that the build passes
 * as {@code io.netty.customResourceLeakDetector}.
 */
public final class LeakWatch<T> extends ResourceLeakDetector<T> {

    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

    public LeakWatch(Class<?> type, int samplingInterval) {
        super(type, samplingInterval);
    }

    public LeakWatch(Class<?> type, int samplingInterval, long maxActive) {
        super(type, samplingInterval);
    }

    /** Begins anew, and looks at every buffer. */
    static void begin() {
        LEAKS.clear();
        setLevel(Level.PARANOID);
    }

    /** What was lost since the beginning. */
    static List<String> end() {
        for (int i = 0; i < 5; i++) {
            System.gc();
            for (int j = 0; j < 200; j++) {
                PooledByteBufAllocator.DEFAULT.directBuffer(16).release(); // lost ones are found at the next allocation
            }
        }
        setLevel(Level.DISABLED);
        return List.copyOf(LEAKS);
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
        LEAKS.add(resourceType + records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
        LEAKS.add(resourceType);
    }
}
