package org.asterism.drill;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.asterism.drill.check.Violation;
import org.asterism.drill.history.FaultKind;

/**
 * What came out of a drill.
 *
 * @param seed repeats the same faults, if not the same moments
 * @param faults how many of each kind
 * @param counts what happened, by name
 */
public record Verdict(
        long seed,
        Duration time,
        Map<FaultKind, Integer> faults,
        Map<String, Long> counts,
        List<Violation> violations) {

    public Verdict {
        violations = List.copyOf(violations);
    }

    /** Whether every promise was kept. */
    public boolean isKept() {
        return violations.isEmpty();
    }

    public long count(Violation.Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }

    public int faultsInAll() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }
}
