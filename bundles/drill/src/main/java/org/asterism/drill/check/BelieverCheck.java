package org.asterism.drill.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.asterism.drill.check.Violation.Kind;
import org.asterism.drill.history.Grant;
import org.asterism.drill.history.History;

/**
 * Nobody believes in a lock while somebody else believes in one that conflicts with it.
 *
 * <p>One exemption: the belief in an optimistic lock that is never promoted does not count from another one's promotion on. Its
 * owner hears of that a little later, and until it has promoted its own it knows that what it read may be old. The promotion may
 * be one whose owner never knew that it succeeded. The exemption ends a lease after the promotion: by then the owner of what was
 * dropped has renewed its lease, which tells it, or its lease is over. What was granted after the promotion, as the tokens say, is
 * not dropped by it, and the promoted lock excludes it as any exclusive one does.
 */
final class BelieverCheck implements Check {

    @Override
    public List<Violation> check(History history, Limits limits) {
        Teller teller = new Teller(history);
        Dropping dropping = new Dropping(history, limits);
        List<Violation> found = new ArrayList<>();
        Families.of(history.grants()).forEach(family -> check(family, dropping, teller, found));
        return found;
    }

    private static void check(List<Grant> family, Dropping dropping, Teller teller, List<Violation> found) {
        List<Grant> believers = new ArrayList<>();
        family.stream()
                .filter(grant -> grant.believed() >= grant.from())
                .sorted(Comparator.comparingLong(Grant::from))
                .forEach(next -> {
                    believers.removeIf(grant -> grant.believed() < next.from());
                    believers.stream()
                            .filter(next::conflicts)
                            .filter(other -> !dropping.explains(other, next) && !dropping.explains(next, other))
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
