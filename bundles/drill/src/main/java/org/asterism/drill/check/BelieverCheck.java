package org.asterism.drill.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.asterism.drill.check.Violation.Kind;
import org.asterism.drill.history.Grant;
import org.asterism.drill.history.History;
import org.asterism.lock.LockMode;

/**
 * Nobody believes in a lock while somebody else believes in one that conflicts with it. The belief in an optimistic lock that is
 * never promoted does not count from another one's promotion on: its owner hears of that a little later, and until it has
 * promoted its own it knows that what it read may be old.
 */
final class BelieverCheck implements Check {

    @Override
    public List<Violation> check(History history, Limits limits) {
        Teller teller = new Teller(history);
        List<Violation> found = new ArrayList<>();
        Families.of(history.grants()).forEach(family -> check(family, teller, found));
        return found;
    }

    private static void check(List<Grant> family, Teller teller, List<Violation> found) {
        List<Grant> promotions = family.stream().filter(Grant::promotion).toList();
        List<Grant> believers = new ArrayList<>();
        family.stream()
                .filter(grant -> grant.believed() >= grant.from())
                .sorted(Comparator.comparingLong(Grant::from))
                .forEach(next -> {
                    believers.removeIf(grant -> grant.believed() < next.from());
                    believers.stream()
                            .filter(next::conflicts)
                            .filter(other -> !isDropped(other, next, promotions) && !isDropped(next, other, promotions))
                            .forEach(other -> found.add(violation(other, next, teller)));
                    believers.add(next);
                });
    }

    /** Whether it was optimistic and may have been dropped before the other one was granted. */
    private static boolean isDropped(Grant optimistic, Grant other, List<Grant> promotions) {
        return optimistic.mode() == LockMode.OPTIMISTIC
                && !optimistic.promoted()
                && promotions.stream()
                        .anyMatch(promotion -> !promotion.session().equals(optimistic.session())
                                && promotion.key().overlaps(optimistic.key())
                                && promotion.from() >= optimistic.asked()
                                && promotion.asked() <= other.from());
    }

    private static Violation violation(Grant one, Grant other, Teller teller) {
        long until = Math.min(one.believed(), other.believed());
        String text = "%s and %s both believed in %s from %s to %s"
                .formatted(one.session(), other.session(), other.key(), teller.time(other.from()), teller.time(until));
        return new Violation(Kind.TWO_BELIEVERS, text, teller.tell(one, other));
    }
}
