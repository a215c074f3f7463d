package org.asterism.drill;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.asterism.drill.history.Attempt;
import org.asterism.drill.history.Fault;
import org.asterism.drill.history.FaultKind;
import org.asterism.drill.history.Grant;
import org.asterism.drill.history.History;
import org.asterism.drill.history.Outcome;
import org.asterism.drill.register.FencedRegister;

/** What happened, in numbers. */
final class Counts {

    private Counts() {}

    static Map<FaultKind, Integer> faults(History history) {
        Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
        for (Fault fault : history.faults()) {
            faults.merge(fault.kind(), 1, Integer::sum);
        }
        return faults;
    }

    static Map<String, Long> of(History history, FencedRegister register) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("requests", (long) history.attempts().size());
        counts.put(
                "granted",
                history.attempts().stream().filter(Attempt::isGranted).count());
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome.name().toLowerCase(Locale.ROOT), count(history, outcome));
        }
        counts.put(
                "promoted", history.grants().stream().filter(Grant::promotion).count());
        counts.put(
                "losses",
                history.grants().stream()
                        .filter(grant -> grant.loss().isPresent())
                        .count());
        counts.put("written", register.written());
        counts.put("stale", register.refused());
        return counts;
    }

    private static long count(History history, Outcome outcome) {
        return history.attempts().stream()
                .flatMap(attempt -> attempt.failure().stream())
                .filter(failure -> failure.outcome() == outcome)
                .count();
    }
}
