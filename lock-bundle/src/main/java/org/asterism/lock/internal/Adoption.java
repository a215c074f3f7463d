package org.asterism.lock.internal;

import java.util.List;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.LockCommand.Adopt;
import org.asterism.lock.internal.LockEffect.PromoteLost;

/** Gives what an estate holds to the owner to which its session has moved: new grants, with new tokens. */
final class Adoption {

    private final LockLedger ledger;
    private final Estates estates;
    private final Limits limits;
    private final Granting granting;
    private final List<LockEffect> effects;

    Adoption(LockLedger ledger, Estates estates, Limits limits, Granting granting, List<LockEffect> effects) {
        this.ledger = ledger;
        this.estates = estates;
        this.limits = limits;
        this.granting = granting;
        this.effects = effects;
    }

    void adopt(Adopt asked, long now) {
        OwnerBook book = ledger.books().heardOf(asked.heir(), now);
        int count = asked.locks().size();
        if (book.isUsed(asked.first(), count) && granting.tellAgain(book, asked.ticket(), count, now)) {
            return;
        }
        List<Grant> left = estates.grants(asked.session());
        if (!isWhatIsLeft(asked, left)) {
            effects.add(new PromoteLost(asked.ticket(), "the session does not hold this any more where it was"));
        } else if (limits.allowMore(book, asked.ticket(), count)) {
            adopt(asked, book, left, now);
        }
    }

    private boolean isWhatIsLeft(Adopt asked, List<Grant> left) {
        boolean same = left.size() >= asked.locks().size()
                && !isElsewhere(asked)
                && estates.of(asked.session()).stream().allMatch(estate -> estate.clear);
        for (int i = 0; same && i < asked.locks().size(); i++) {
            LockRequest lock = asked.locks().get(i);
            same = left.get(i).mode == lock.mode() && left.get(i).entry.key().equals(lock.key());
        }
        return same;
    }

    /** Two who ask at the same time must not have a part of it each. */
    private boolean isElsewhere(Adopt asked) {
        for (OwnerBook book : ledger.books().all()) {
            if (!book.owner().equals(asked.heir()) && book.hasActor(asked.session())) {
                return true;
            }
        }
        return false;
    }

    /** The old grants go when the new ones are there, so that nobody comes between. */
    private void adopt(Adopt asked, OwnerBook book, List<Grant> left, long now) {
        int count = asked.locks().size();
        Actor session = book.actor(asked.session());
        Actor party = book.actor(asked.party());
        long token = granting.tokens().next(count);
        for (int i = 0; i < count; i++) {
            Grant old = left.get(i);
            Grant grant = new Grant(old.entry, session, party, old.mode, asked.first() + i, token + i, now);
            ledger.hold(grant);
            ledger.statistics().granted(grant);
            ledger.drop(old, now);
        }
        granting.told(party, asked.ticket(), token, count);
    }
}
