package org.asterism.drill.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.asterism.drill.check.Violation.Kind;
import org.asterism.drill.history.Attempt;
import org.asterism.drill.history.Fault;
import org.asterism.drill.history.FaultKind;
import org.asterism.drill.history.History;

/**
 * First come, first served: a request is not served clearly before a conflicting one that was made clearly before it.
 *
 * <p>Two exemptions. If the one who waits was cut off or slow meanwhile, or the hub was paused, its connection may have ended and
 * its place with it. And whoever is {@linkplain Holding held back} by what the other session holds when it is served does not
 * count for that session: they would wait for each other.
 */
final class OrderCheck implements Check {

    @Override
    public List<Violation> check(History history, Limits limits) {
        long margin = limits.margin().toNanos();
        Teller teller = new Teller(history);
        List<Attempt> served = history.attempts().stream()
                .filter(attempt -> attempt.isGranted() && attempt.patience() > 0)
                .sorted(Comparator.comparingLong(Attempt::asked))
                .toList();
        Holding holding = new Holding(history);
        List<Violation> found = new ArrayList<>();
        for (Attempt waiting : history.attempts()) {
            long end = waiting.end().orElse(waiting.asked());
            if (waiting.patience() > 0 && end - waiting.asked() > 2 * margin) {
                between(served, waiting.asked() + margin, end - margin).stream()
                        .filter(other -> other.end().orElse(end) < end - margin && waiting.conflicts(other))
                        .filter(other -> !other.session().equals(waiting.session()))
                        .filter(other -> !explained(waiting, other, history.faults(), holding))
                        .findFirst()
                        .ifPresent(other -> found.add(violation(waiting, other, teller)));
            }
        }
        return found;
    }

    /** Those that were asked in this time. */
    private static List<Attempt> between(List<Attempt> byAsked, long begin, long end) {
        int first = lowerBound(byAsked, begin);
        return byAsked.subList(first, Math.max(first, lowerBound(byAsked, end)));
    }

    private static int lowerBound(List<Attempt> byAsked, long asked) {
        int low = 0;
        int high = byAsked.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byAsked.get(middle).asked() < asked) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean explained(Attempt waiting, Attempt other, List<Fault> faults, Holding holding) {
        long granted = other.end().orElseThrow();
        return faults.stream()
                        .filter(fault -> fault.isBetween(waiting.asked(), granted))
                        .anyMatch(fault -> fault.kind() == FaultKind.HUB_PAUSE
                                || (!fault.members().isEmpty() && fault.affects(waiting.member())))
                || holding.holdsBack(other, waiting);
    }

    private static Violation violation(Attempt waiting, Attempt other, Teller teller) {
        return new Violation(
                Kind.OVERTAKEN,
                "%s asked at %s and waited until %s, but %s, who asked at %s, was served at %s"
                        .formatted(
                                waiting.session(),
                                teller.time(waiting.asked()),
                                teller.time(waiting.end().orElseThrow()),
                                other.session(),
                                teller.time(other.asked()),
                                teller.time(other.end().orElseThrow())),
                teller.tell(waiting, other));
    }
}
