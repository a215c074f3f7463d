package org.asterism.hub.internal.standby;

import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * What allows a hub to be the active one.
 *
 * @param epoch the arbitrated one, or none: that of the clock
 * @param valid whether it still does; once it does not, it never does again. Thread-safe, and never blocks
 * @param deposed told the epoch of a newer hub, if a member has seen one
 */
public record Mandate(OptionalLong epoch, BooleanSupplier valid, LongConsumer deposed) {

    /** For a hub that is the only one. */
    public static Mandate alone() {
        return new Mandate(OptionalLong.empty(), () -> true, newer -> {});
    }

    public boolean isValid() {
        return valid.getAsBoolean();
    }
}
