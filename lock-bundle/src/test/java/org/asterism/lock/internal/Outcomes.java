package org.asterism.lock.internal;

import java.util.Optional;
import org.asterism.lock.internal.LockEffect.Deadlocked;
import org.asterism.lock.internal.LockEffect.Freed;
import org.asterism.lock.internal.LockEffect.GraceOver;
import org.asterism.lock.internal.LockEffect.Granted;
import org.asterism.lock.internal.LockEffect.Lost;
import org.asterism.lock.internal.LockEffect.PromoteLost;
import org.asterism.lock.internal.LockEffect.Refused;
import org.asterism.lock.internal.LockEffect.TimedOut;
import org.asterism.lock.internal.LockEffect.Withdrawn;

/** What effects mean to a test. */
final class Outcomes {

    private Outcomes() {}

    /** The request that is decided by this. */
    static Optional<Ticket> of(LockEffect effect) {
        if (effect instanceof Granted granted) {
            return Optional.of(granted.first());
        } else if (effect instanceof TimedOut timedOut) {
            return Optional.of(timedOut.first());
        } else if (effect instanceof Refused refused) {
            return Optional.of(refused.first());
        } else if (effect instanceof Withdrawn withdrawn) {
            return Optional.of(withdrawn.first());
        } else if (effect instanceof PromoteLost lost) {
            return Optional.of(lost.first());
        }
        return effect instanceof Deadlocked deadlocked ? Optional.of(deadlocked.first()) : Optional.empty();
    }

    /** The same without words for people. */
    static LockEffect plain(LockEffect effect) {
        if (effect instanceof Refused refused) {
            return new Refused(refused.first(), "");
        } else if (effect instanceof PromoteLost lost) {
            return new PromoteLost(lost.first(), "");
        } else if (effect instanceof Deadlocked deadlocked) {
            return new Deadlocked(deadlocked.first(), null);
        } else if (effect instanceof Freed freed) {
            return new Freed(freed.owner(), freed.locks(), "");
        } else if (effect instanceof GraceOver) {
            return new GraceOver("");
        } else if (effect instanceof Lost lost) {
            return new Lost(lost.ticket(), lost.session(), lost.key(), lost.mode(), lost.token(), lost.cause(), "");
        }
        return effect;
    }
}
