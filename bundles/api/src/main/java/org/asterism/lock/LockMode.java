package org.asterism.lock;

/** How a lock is held. */
public enum LockMode {
    /** Together with other shared holders. */
    SHARED,
    /** By one session alone. Re-entrant: the same session may take it again and releases it as often. */
    EXCLUSIVE
}
