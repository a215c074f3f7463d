package org.asterism.drill.check;

import java.util.List;
import java.util.stream.Stream;
import org.asterism.drill.history.History;

/** Finds everything in a history that must not be there. */
public final class Checker {

    private static final List<Check> CHECKS = List.of(
            new BelieverCheck(),
            new WriterCheck(),
            new TokenCheck(),
            new OrderCheck(),
            new LossCheck(),
            new EndCheck());

    private final Limits limits;

    public Checker(Limits limits) {
        this.limits = limits;
    }

    /** In the order of the kinds. */
    public List<Violation> check(History history) {
        return CHECKS.stream()
                .flatMap(check -> found(check, history))
                .sorted((a, b) -> a.kind().compareTo(b.kind()))
                .toList();
    }

    private Stream<Violation> found(Check check, History history) {
        return check.check(history, limits).stream();
    }
}
