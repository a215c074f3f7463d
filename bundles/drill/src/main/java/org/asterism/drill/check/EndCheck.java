package org.asterism.drill.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.drill.check.Violation.Kind;
import org.asterism.drill.history.Attempt;
import org.asterism.drill.history.Fault;
import org.asterism.drill.history.FaultKind;
import org.asterism.drill.history.History;
import org.asterism.drill.history.Outcome;

/** Every request ends: in time, not before its time, and as the API says. */
final class EndCheck implements Check {

    private static final long ROUNDING = Duration.ofMillis(5).toNanos();

    @Override
    public List<Violation> check(History history, Limits limits) {
        Teller teller = new Teller(history);
        List<Violation> found = new ArrayList<>();
        for (Attempt attempt : history.attempts()) {
            if (isLate(attempt, history, limits)) {
                found.add(violation(Kind.ENDLESS_WAIT, attempt, "did not end in time", teller));
            }
            wrong(attempt).ifPresent(what -> found.add(violation(Kind.WRONG_END, attempt, what, teller)));
        }
        return found;
    }

    private static boolean isLate(Attempt attempt, History history, Limits limits) {
        if (attempt.end().isEmpty() && history.dead().contains(attempt.member())) {
            return false;
        }
        long end = attempt.end().orElse(history.end());
        long paused = history.faults().stream()
                .filter(fault -> fault.kind() == FaultKind.WORKER_PAUSE && fault.affects(attempt.member()))
                .filter(fault -> fault.isBetween(attempt.asked(), end))
                .mapToLong(EndCheck::length)
                .sum();
        return end - attempt.asked() - paused
                > attempt.patience() + limits.late().toNanos();
    }

    private static long length(Fault fault) {
        return fault.to() - fault.from();
    }

    private static Optional<String> wrong(Attempt attempt) {
        return attempt.failure().flatMap(failure -> {
            if (failure.outcome() == Outcome.WRONG) {
                return Optional.of("ended with " + failure.text());
            }
            boolean early = attempt.end().orElseThrow() - attempt.asked() + ROUNDING < attempt.patience();
            return early && (failure.outcome() == Outcome.TIMED_OUT || failure.outcome() == Outcome.UNAVAILABLE)
                    ? Optional.of("ended too early: " + failure.outcome())
                    : Optional.empty();
        });
    }

    private static Violation violation(Kind kind, Attempt attempt, String what, Teller teller) {
        return new Violation(kind, "a request of %s %s".formatted(attempt.session(), what), teller.tell(attempt));
    }
}
