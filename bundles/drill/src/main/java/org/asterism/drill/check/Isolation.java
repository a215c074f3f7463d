package org.asterism.drill.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.asterism.drill.history.Fault;
import org.asterism.drill.history.History;

/** When members may have been without contact to the hub. */
final class Isolation {

    /** Of three renewals within a lease one at least must get through; half of what is left is for a machine with much to do. */
    private static final double LOSING = 0.6;

    private final History history;
    private final Limits limits;

    Isolation(History history, Limits limits) {
        this.history = history;
        this.limits = limits;
    }

    /** Whether a member may have lost its locks by this moment, because it was isolated for too long shortly before. */
    boolean explainsLoss(String member, long at) {
        long lease = limits.lease().toNanos();
        return spans(member).stream()
                .filter(span -> span.from <= at && span.to >= at - lease)
                .anyMatch(span -> Math.min(span.to, at) - span.from >= LOSING * lease);
    }

    private record Span(long from, long to) {}

    /** Faults that follow each other closely are one. */
    private List<Span> spans(String member) {
        List<Span> spans = new ArrayList<>();
        history.faults().stream()
                .filter(fault -> fault.kind().isolates() && fault.affects(member))
                .sorted(Comparator.comparingLong(Fault::from))
                .map(fault ->
                        new Span(fault.from(), fault.to() + limits.contact().toNanos()))
                .forEach(next -> {
                    int last = spans.size() - 1;
                    if (last >= 0 && spans.get(last).to >= next.from) {
                        Span before = spans.get(last);
                        spans.set(last, new Span(before.from, Math.max(before.to, next.to)));
                    } else {
                        spans.add(next);
                    }
                });
        return spans;
    }
}
