package org.asterism.drill.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.asterism.drill.check.Violation.Kind;
import org.asterism.drill.history.Grant;
import org.asterism.drill.history.History;

/** Nobody believes in a lock while somebody else believes in one that conflicts with it. */
final class BelieverCheck implements Check {

    @Override
    public List<Violation> check(History history, Limits limits) {
        Teller teller = new Teller(history);
        List<Violation> found = new ArrayList<>();
        Families.of(history.grants()).forEach(family -> check(family, teller, found));
        return found;
    }

    private static void check(List<Grant> family, Teller teller, List<Violation> found) {
        List<Grant> believers = new ArrayList<>();
        family.stream()
                .filter(grant -> grant.believed() >= grant.from())
                .sorted(Comparator.comparingLong(Grant::from))
                .forEach(next -> {
                    believers.removeIf(grant -> grant.believed() < next.from());
                    believers.stream()
                            .filter(next::conflicts)
                            .forEach(other -> found.add(violation(other, next, teller)));
                    believers.add(next);
                });
    }

    private static Violation violation(Grant one, Grant other, Teller teller) {
        long until = Math.min(one.believed(), other.believed());
        String text = "%s and %s both believed in %s from %s to %s"
                .formatted(one.session(), other.session(), other.key(), teller.time(other.from()), teller.time(until));
        return new Violation(Kind.TWO_BELIEVERS, text, teller.tell(one, other));
    }
}
