package org.asterism.drill.check;

import java.util.List;
import org.asterism.drill.history.Attempt;
import org.asterism.drill.history.Grant;
import org.asterism.drill.history.History;
import org.asterism.lock.LockMode;

/** When optimistic locks may have been dropped because another one was promoted. */
final class Dropping {

    private final List<Attempt> promotions;
    private final long end;
    private final long told;

    Dropping(History history, Limits limits) {
        promotions = history.attempts().stream().filter(Attempt::promotion).toList();
        end = history.end();
        told = limits.lease().plus(limits.contact()).toNanos();
    }

    /** Whether it was optimistic and may have been dropped before the other one was granted, which its owner need not know yet. */
    boolean explains(Grant optimistic, Grant other) {
        return optimistic.mode() == LockMode.OPTIMISTIC
                && !optimistic.promoted()
                && optimistic.token() < other.token()
                && promotions.stream().anyMatch(promotion -> drops(promotion, optimistic, other));
    }

    private boolean drops(Attempt promotion, Grant optimistic, Grant other) {
        long ended = promotion.end().orElse(end);
        return !promotion.session().equals(optimistic.session())
                && promotion.locks().get(0).key().overlaps(optimistic.key())
                && optimistic.believed() <= ended + told
                && (promotion.isGranted()
                        ? isBetween(promotion.grants().get(0).token(), optimistic, other)
                        : optimistic.asked() <= ended && promotion.asked() <= other.from());
    }

    /** Tokens are given in the order of the grants. */
    private static boolean isBetween(long token, Grant optimistic, Grant other) {
        return optimistic.token() < token && token <= other.token();
    }
}
