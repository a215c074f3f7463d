package org.asterism.console.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.ClusterView;

/**
 * What happened in the last hour, with the cluster as it was. A view shares all but what has changed with the view before it, so an
 * hour of them is small. Bounded by time and number; what is past the bound is forgotten, oldest first. Thread-safe.
 */
public final class Timeline {

    private final Duration span;
    private final int most;
    private final Deque<Moment> moments = new ArrayDeque<>();
    private long sequence;

    /**
     * @param span how long a moment is kept
     * @param most how many are kept at the most; positive
     */
    public Timeline(Duration span, int most) {
        this.span = span;
        this.most = most;
    }

    /** Something has just happened. Returns its sequence. */
    public synchronized long add(Instant now, String type, Map<String, Object> content, ClusterView after) {
        forget(now);
        if (moments.size() == most) {
            moments.remove();
        }
        moments.add(new Moment(++sequence, now, type, content, after));
        return sequence;
    }

    /** The newest ones after that sequence, in order, at most so many. */
    public synchronized List<Moment> after(long known, int limit, Instant now) {
        forget(now);
        long newest =
                moments.stream().filter(moment -> moment.sequence() > known).count();
        return moments.stream()
                .filter(moment -> moment.sequence() > known)
                .skip(Math.max(0, newest - limit))
                .toList();
    }

    /** What was there right after this moment, if it is remembered. */
    public synchronized Optional<Moment> at(long wanted) {
        return moments.stream().filter(moment -> moment.sequence() == wanted).findFirst();
    }

    /** That of the newest moment; 0 if nothing has happened. */
    public synchronized long sequence() {
        return sequence;
    }

    private void forget(Instant now) {
        Instant oldest = now.minus(span);
        while (!moments.isEmpty() && moments.element().at().isBefore(oldest)) {
            moments.remove();
        }
    }
}
