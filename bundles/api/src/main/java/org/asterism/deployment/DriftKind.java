package org.asterism.deployment;

/** In what a node differs from what is wanted. */
public enum DriftKind {
    /** Should be there and is not. */
    MISSING,
    /** Is there and was never deployed to the cluster: installed by hand. */
    EXTRA,
    /** Is there in another version, or with other properties. */
    OTHER_VERSION,
    /** Is there and does not run. */
    NOT_STARTED,
    /** Could not be installed or resolved; the reason says what it lacks. */
    FAILED
}
