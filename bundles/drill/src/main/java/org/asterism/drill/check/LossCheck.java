package org.asterism.drill.check;

import java.util.ArrayList;
import java.util.List;
import org.asterism.drill.check.Violation.Kind;
import org.asterism.drill.history.Attempt;
import org.asterism.drill.history.Grant;
import org.asterism.drill.history.History;
import org.asterism.lock.LockLoss.Cause;

/**
 * Whoever lives and could talk to the hub keeps its locks, restarts of the hub included. An optimistic one is lost to a
 * promotion only if there was one.
 */
final class LossCheck implements Check {

    @Override
    public List<Violation> check(History history, Limits limits) {
        Isolation isolation = new Isolation(history, limits);
        Teller teller = new Teller(history);
        List<Attempt> promotions =
                history.attempts().stream().filter(Attempt::promotion).toList();
        List<Violation> found = new ArrayList<>();
        for (Grant grant : history.grants()) {
            grant.loss()
                    .filter(loss -> isBeforeRelease(grant, loss))
                    .filter(loss -> !explained(grant, loss, isolation, promotions))
                    .ifPresent(loss -> found.add(new Violation(
                            Kind.LOCK_LOST,
                            "%s lost %s at %s: %s"
                                    .formatted(grant.session(), grant.key(), teller.time(loss.at()), loss.cause()),
                            teller.tell(grant))));
        }
        return found;
    }

    private static boolean isBeforeRelease(Grant grant, Grant.Loss loss) {
        return loss.at() < grant.released().orElse(Long.MAX_VALUE);
    }

    /** Also a promotion that did not succeed: its owner may have died or given up before it knew. */
    private static boolean explained(Grant grant, Grant.Loss loss, Isolation isolation, List<Attempt> promotions) {
        if (loss.cause() == Cause.PROMOTED_BY_OTHER) {
            return promotions.stream()
                    .anyMatch(other -> !other.session().equals(grant.session())
                            && other.asked() <= loss.at()
                            && other.locks().get(0).key().overlaps(grant.key()));
        }
        return isolation.explainsLoss(grant.member(), loss.at());
    }
}
