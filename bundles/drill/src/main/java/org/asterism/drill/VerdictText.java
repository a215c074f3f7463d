package org.asterism.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.asterism.drill.check.Violation;

/** A verdict for people. */
final class VerdictText {

    /** Of each kind: one cause often has many effects. */
    private static final int SHOWN = 3;

    private VerdictText() {}

    static List<String> of(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        for (Violation.Kind kind : Violation.Kind.values()) {
            show(verdict.violations().stream()
                            .filter(violation -> violation.kind() == kind)
                            .toList())
                    .forEach(lines::add);
        }
        lines.add("seed        " + verdict.seed());
        lines.add("time        " + verdict.time().toSeconds() + " s");
        lines.add("faults      " + verdict.faultsInAll() + ": "
                + verdict.faults().entrySet().stream()
                        .map(fault -> fault.getValue() + " " + fault.getKey().word())
                        .collect(Collectors.joining(", ")));
        for (Map.Entry<String, Long> count : verdict.counts().entrySet()) {
            lines.add("%-11s %d".formatted(count.getKey(), count.getValue()));
        }
        lines.add("violations  " + verdict.violations().size() + " ("
                + verdict.count(Violation.Kind.TWO_WRITERS) + " times two writers, "
                + verdict.count(Violation.Kind.TWO_BELIEVERS) + " times two believers)");
        lines.add(verdict.isKept() ? "Every promise was kept." : "NOT every promise was kept.");
        return lines;
    }

    private static List<String> show(List<Violation> violations) {
        List<String> lines = new ArrayList<>();
        violations.stream().limit(SHOWN).forEach(violation -> {
            lines.add(violation.kind() + ": " + violation.text());
            violation.history().forEach(line -> lines.add("    " + line));
        });
        if (violations.size() > SHOWN) {
            lines.add(violations.get(0).kind() + ": " + (violations.size() - SHOWN) + " more");
        }
        return lines;
    }
}
