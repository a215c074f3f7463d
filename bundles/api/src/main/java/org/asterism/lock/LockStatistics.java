package org.asterism.lock;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Numbers of the lock server; counts begin with the hub's life.
 *
 * @param holding how long locks were held, of those that are over
 * @param waiting how long those waited that were granted a lock after a wait
 * @param owners sessions that hold or wait now
 * @param oldest age of the lock that is held longest; zero if none is
 * @param waited requests that had to queue
 * @param forced locks released by a person
 * @param overflows names of the last ten bounds that were reached, newest first
 * @param topOwners the three members with the most locks, most first
 */
public record LockStatistics(
        LockServerStatus now,
        int peakHeld,
        int peakWaiting,
        int entries,
        int owners,
        Duration oldest,
        long waited,
        long forced,
        long promoted,
        long deadlocks,
        Distribution holding,
        Distribution waiting,
        Map<String, NamespaceCounts> namespaces,
        List<OwnerCount> topOwners,
        List<String> overflows) {

    public LockStatistics {
        namespaces = Map.copyOf(namespaces);
        topOwners = List.copyOf(topOwners);
        overflows = List.copyOf(overflows);
    }

    /** Percentiles are upper bounds with an error of at most one part in eight. */
    public record Distribution(long count, Duration p50, Duration p99, Duration max) {}

    /** One namespace; of more than a hundred the rest is counted under {@code "…"}. */
    public record NamespaceCounts(int held, int waiting, long granted) {}

    /** What one member holds and waits for. */
    public record OwnerCount(String member, int locks) {}
}
