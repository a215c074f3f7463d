package org.asterism.protocol.member;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.asterism.cluster.MemberId;

/** Requests that wait for their answers. Thread-safe; completes nothing itself. */
final class PendingRequests {

    private final int capacity;
    private final Map<Long, Pending> byCorrelation = new HashMap<>();
    private final TreeSet<Pending> byDeadline =
            new TreeSet<>(Comparator.comparingLong(Pending::deadline).thenComparingLong(Pending::correlation));

    PendingRequests(int capacity) {
        this.capacity = capacity;
    }

    /** False if too many wait already. */
    synchronized boolean add(Pending pending) {
        if (byCorrelation.size() >= capacity) {
            return false;
        }
        byCorrelation.put(pending.correlation(), pending);
        byDeadline.add(pending);
        return true;
    }

    /** The request that this answers, if it still waits. */
    synchronized Optional<Pending> take(long correlation) {
        Optional<Pending> pending = Optional.ofNullable(byCorrelation.remove(correlation));
        pending.ifPresent(byDeadline::remove);
        return pending;
    }

    /** Those whose time is over. */
    synchronized List<Pending> expire(long now) {
        List<Pending> expired = new ArrayList<>();
        while (!byDeadline.isEmpty() && byDeadline.first().deadline() - now <= 0) {
            Pending pending = byDeadline.pollFirst();
            byCorrelation.remove(pending.correlation());
            expired.add(pending);
        }
        return expired;
    }

    /** Those that wait for this member. */
    synchronized List<Pending> takeAll(MemberId target) {
        return takeIf(pending -> pending.to().equals(target));
    }

    /** Those that wait for anyone but this member. */
    synchronized List<Pending> takeAllExcept(MemberId self) {
        return takeIf(pending -> !pending.to().equals(self));
    }

    private List<Pending> takeIf(Predicate<Pending> wanted) {
        List<Pending> taken = byCorrelation.values().stream().filter(wanted).toList();
        taken.forEach(pending -> {
            byCorrelation.remove(pending.correlation());
            byDeadline.remove(pending);
        });
        return taken;
    }

    /** @param deadline on the monotonic clock */
    record Pending(long correlation, MemberId to, String topic, long deadline, CompletableFuture<byte[]> answer) {

        @Override
        public String toString() {
            return "request '" + topic + "' to " + to;
        }
    }
}
