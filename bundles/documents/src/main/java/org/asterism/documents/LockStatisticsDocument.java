package org.asterism.documents;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.asterism.lock.LockServerStatus;
import org.asterism.lock.LockStatistics;

/** How the lock server is. */
public final class LockStatisticsDocument {

    private static final int NANOS_PER_MICRO = 1_000;

    private LockStatisticsDocument() {}

    public static Map<String, Object> status(LockServerStatus status) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("grace", status.grace());
        document.put("held", status.held());
        document.put("waiting", status.waiting());
        document.put("granted", status.granted());
        document.put("released", status.released());
        document.put("timedOut", status.timedOut());
        document.put("refused", status.refused());
        document.put("lost", status.lost());
        return document;
    }

    public static Map<String, Object> of(LockStatistics statistics) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("status", status(statistics.now()));
        document.put("peakHeld", statistics.peakHeld());
        document.put("peakWaiting", statistics.peakWaiting());
        document.put("entries", statistics.entries());
        document.put("owners", statistics.owners());
        document.put("oldestMillis", statistics.oldest().toMillis());
        document.put("waited", statistics.waited());
        document.put("forced", statistics.forced());
        document.put("promoted", statistics.promoted());
        document.put("deadlocks", statistics.deadlocks());
        document.put("holding", distribution(statistics.holding()));
        document.put("waiting", distribution(statistics.waiting()));
        Map<String, Object> namespaces = new TreeMap<>();
        statistics.namespaces().forEach((name, counts) -> namespaces.put(name, namespace(counts)));
        document.put("namespaces", namespaces);
        document.put(
                "topOwners",
                statistics.topOwners().stream()
                        .map(LockStatisticsDocument::owner)
                        .toList());
        document.put("overflows", statistics.overflows());
        return document;
    }

    private static Map<String, Object> distribution(LockStatistics.Distribution times) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("count", times.count());
        document.put("p50Micros", micros(times.p50()));
        document.put("p99Micros", micros(times.p99()));
        document.put("maxMicros", micros(times.max()));
        return document;
    }

    private static long micros(Duration time) {
        return time.toNanos() / NANOS_PER_MICRO;
    }

    private static Map<String, Object> namespace(LockStatistics.NamespaceCounts counts) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("held", counts.held());
        document.put("waiting", counts.waiting());
        document.put("granted", counts.granted());
        return document;
    }

    private static Map<String, Object> owner(LockStatistics.OwnerCount owner) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("member", owner.member());
        document.put("locks", owner.locks());
        return document;
    }
}
