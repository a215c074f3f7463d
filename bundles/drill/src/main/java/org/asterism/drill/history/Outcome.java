package org.asterism.drill.history;

/** How an attempt to have locks ends without them. */
public enum Outcome {
    /** Others held them for the whole time. */
    TIMED_OUT,
    /** They were not free, and it was not to wait. */
    BUSY,
    /** There was no lock server to ask for the whole time. */
    UNAVAILABLE,
    /** A bound of the lock table. */
    REFUSED,
    /** It was chosen to end a deadlock. */
    DEADLOCK,
    /** What was to be promoted is not held any more. */
    LOST,
    /** Withdrawn by the one who asked. */
    CANCELLED,
    /** The waiting thread was interrupted. */
    INTERRUPTED,
    /** Something that is promised nowhere. */
    WRONG
}
