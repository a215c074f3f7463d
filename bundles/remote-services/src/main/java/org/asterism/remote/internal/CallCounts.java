package org.asterism.remote.internal;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls by service. Safe for use by all threads. */
public final class CallCounts {

    private static final int MOST = 500;
    private static final String OTHERS = "…";

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    /** What is counted of one service. */
    public static final class Count {

        private final LongAdder calls = new LongAdder();
        private final LongAdder failures = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        /** A call has ended. */
        public void ended(long tookNanos, boolean failed) {
            calls.increment();
            nanos.add(tookNanos);
            if (failed) {
                failures.increment();
            }
        }

        public long calls() {
            return calls.sum();
        }

        public long failures() {
            return failures.sum();
        }

        public long nanos() {
            return nanos.sum();
        }
    }

    /** The count of one service; of very many, the rest is counted together. */
    public Count of(String service) {
        Count count = counts.get(service);
        if (count != null) {
            return count;
        }
        return counts.computeIfAbsent(counts.size() < MOST ? service : OTHERS, name -> new Count());
    }

    /** All of them by service, sorted. */
    public Map<String, Count> all() {
        return new TreeMap<>(counts);
    }
}
