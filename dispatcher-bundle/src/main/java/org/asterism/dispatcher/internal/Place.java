package org.asterism.dispatcher.internal;

/**
 * One application at one target.
 *
 * @param application its context path; empty for the root application
 * @param slots the same ones for as long as the target is known
 */
public record Place(Target target, String application, Slots slots) {

    /** Whether a request may go there now; if so it holds a slot, and {@link Slots#release} must follow. */
    boolean admit(long now, DispatchPolicy policy) {
        if (!slots.tryAcquire(policy.limit())) {
            return false;
        }
        boolean admitted = target.admit(now, policy.ejection());
        if (!admitted) {
            slots.release();
        }
        return admitted;
    }
}
