package org.asterism.lock.internal;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.asterism.lock.LockServerStatus;
import org.asterism.lock.LockStatistics.Distribution;
import org.asterism.lock.LockStatistics.NamespaceCounts;

/** Counts since the start. Locks are counted one by one, waits by requests. */
final class LockStatisticsBook {

    private static final int MAX_NAMESPACES = 100;
    private static final String OTHERS = "…";

    /** What is merely counted. */
    enum Event {
        GRANTED,
        RELEASED,
        TIMED_OUT,
        REFUSED,
        LOST,
        WAITED,
        FORCED,
        PROMOTED,
        DEADLOCK
    }

    private static final class Counter {
        private long value;
    }

    private final Map<Event, Counter> counts = new EnumMap<>(Event.class);
    private final Histogram holding = new Histogram();
    private final Histogram waitingTimes = new Histogram();
    private final Map<String, NamespaceCount> namespaces = new HashMap<>();
    private int held;
    private int peakHeld;
    private int waiting;
    private int peakWaiting;
    private int sessions;

    LockStatisticsBook() {
        for (Event event : Event.values()) {
            counts.put(event, new Counter());
        }
    }

    void count(Event event) {
        counts.get(event).value++;
    }

    long counted(Event event) {
        return counts.get(event).value;
    }

    /** The book of a namespace; of those that come late there is one together. */
    NamespaceCount namespace(String name) {
        boolean room = namespaces.containsKey(name) || namespaces.size() < MAX_NAMESPACES;
        return namespaces.computeIfAbsent(room ? name : OTHERS, unknown -> new NamespaceCount());
    }

    void held(Grant grant) {
        held++;
        peakHeld = Math.max(peakHeld, held);
        grant.entry.parent.count().held(1);
    }

    /** It is over, in whatever way. */
    void dropped(Grant grant, long now) {
        held--;
        grant.entry.parent.count().held(-1);
        holding.add(Math.max(0, now - grant.since));
    }

    void granted(Grant grant) {
        count(Event.GRANTED);
        grant.entry.parent.count().granted();
    }

    void enqueued(Request request) {
        count(Event.WAITED);
        waiting++;
        peakWaiting = Math.max(peakWaiting, waiting);
        countWishes(request, 1);
    }

    void dequeued(Request request) {
        waiting--;
        countWishes(request, -1);
    }

    private static void countWishes(Request request, int change) {
        for (Wish wish : request.wishes()) {
            wish.entry.parent.count().waiting(change);
        }
    }

    void waited(long nanos) {
        waitingTimes.add(Math.max(0, nanos));
    }

    /** Sessions that hold or wait. */
    void sessions(int change) {
        sessions += change;
    }

    int sessions() {
        return sessions;
    }

    int held() {
        return held;
    }

    int waiting() {
        return waiting;
    }

    int peakHeld() {
        return peakHeld;
    }

    int peakWaiting() {
        return peakWaiting;
    }

    Distribution holding() {
        return holding.distribution();
    }

    Distribution waitingTimes() {
        return waitingTimes.distribution();
    }

    Map<String, NamespaceCounts> namespaces() {
        return namespaces.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .counts()));
    }

    LockServerStatus status(boolean grace) {
        return new LockServerStatus(
                grace,
                held,
                waiting,
                counted(Event.GRANTED),
                counted(Event.RELEASED),
                counted(Event.TIMED_OUT),
                counted(Event.REFUSED),
                counted(Event.LOST));
    }
}
