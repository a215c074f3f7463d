package org.asterism.lock.internal;

import java.time.Duration;
import org.asterism.lock.LockStatistics.Distribution;

/**
 * Counts durations in buckets, eight for each power of two, so that a bucket's bounds are less than an eighth apart (after
 * HdrHistogram by G. Tene).
 */
final class Histogram {

    private static final int SUB_BITS = 3;
    private static final int SUB = 1 << SUB_BITS;

    private final long[] buckets = new long[SUB * (Long.SIZE - SUB_BITS)];
    private long count;
    private long max;

    /** @param nanos not negative */
    void add(long nanos) {
        buckets[bucket(nanos)]++;
        count++;
        max = Math.max(max, nanos);
    }

    private static int bucket(long nanos) {
        if (nanos < SUB) {
            return (int) nanos;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos) - SUB_BITS;
        return ((shift + 1) << SUB_BITS) + (int) (nanos >>> shift) - SUB;
    }

    /** The largest value of a bucket. */
    private static long upperBound(int bucket) {
        if (bucket < SUB) {
            return bucket;
        }
        int shift = (bucket >> SUB_BITS) - 1;
        return ((long) (bucket % SUB + SUB + 1) << shift) - 1;
    }

    private Duration percentile(int percent) {
        long rank = Math.max(1, (long) Math.ceil(count * (percent / 100.0)));
        long seen = 0;
        for (int i = 0; i < buckets.length; i++) {
            seen += buckets[i];
            if (seen >= rank) {
                return Duration.ofNanos(Math.min(max, upperBound(i)));
            }
        }
        return Duration.ZERO;
    }

    Distribution distribution() {
        return new Distribution(count, percentile(50), percentile(99), Duration.ofNanos(max));
    }
}
