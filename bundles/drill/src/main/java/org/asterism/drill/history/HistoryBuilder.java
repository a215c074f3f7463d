package org.asterism.drill.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Folds what workers tell, each in its own order, into a history. Thread-safe. */
public final class HistoryBuilder {

    private final Map<String, OpenAttempt> attempts = new LinkedHashMap<>();
    private final List<Write> writes = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> dead = new HashSet<>();

    /** @throws IllegalArgumentException if it belongs to an attempt that is not known */
    public synchronized void add(String member, Event event) {
        if (event instanceof Event.Asked asked) {
            attempts.put(asked.attempt(), new OpenAttempt(member, asked));
        } else {
            attempt(event.attempt()).add(event);
            if (event instanceof Event.Granted) {
                attempt(event.attempt()).promotes().ifPresent(old -> attempt(old)
                        .promoted());
            }
        }
    }

    /** What the register wrote next. */
    public synchronized void wrote(Write write) {
        writes.add(write);
    }

    public synchronized void add(Fault fault) {
        faults.add(fault);
    }

    /** This worker was killed. */
    public synchronized void died(String member) {
        dead.add(member);
    }

    /** How many attempts there are. */
    public synchronized int size() {
        return attempts.size();
    }

    public synchronized History build(long begin, long end) {
        List<Attempt> all = attempts.values().stream()
                .map(OpenAttempt::toAttempt)
                .sorted(Comparator.comparingLong(Attempt::asked))
                .toList();
        return new History(all, writes, faults, dead, begin, end);
    }

    private OpenAttempt attempt(String id) {
        OpenAttempt attempt = attempts.get(id);
        if (attempt == null) {
            throw new IllegalArgumentException("nobody asked as " + id);
        }
        return attempt;
    }
}
