package org.asterism.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.asterism.drill.check.Violation;

/** A verdict for people. */
final class VerdictText {

    private static final int SHOWN = 20;

    private VerdictText() {}

    static List<String> of(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        verdict.violations().stream().limit(SHOWN).forEach(violation -> {
            lines.add(violation.kind() + ": " + violation.text());
            violation.history().forEach(line -> lines.add("    " + line));
        });
        int more = verdict.violations().size() - SHOWN;
        if (more > 0) {
            lines.add("… and " + more + " more");
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
}
