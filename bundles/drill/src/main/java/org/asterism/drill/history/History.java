package org.asterism.drill.history;

import java.util.List;
import java.util.Set;

/**
 * What happened in a drill.
 *
 * @param attempts in the order in which they were asked
 * @param writes what the register wrote, in its order
 * @param dead workers that were killed
 * @param begin of the drill
 * @param end when every worker was told to end
 */
public record History(
        List<Attempt> attempts, List<Write> writes, List<Fault> faults, Set<String> dead, long begin, long end) {

    public History {
        attempts = List.copyOf(attempts);
        writes = List.copyOf(writes);
        faults = List.copyOf(faults);
        dead = Set.copyOf(dead);
    }

    /** All locks that were had, in the order of their attempts. */
    public List<Grant> grants() {
        return attempts.stream().flatMap(attempt -> attempt.grants().stream()).toList();
    }
}
