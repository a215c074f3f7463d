package org.asterism.lock.internal;

/** What can be said of a process. */
public enum Presence {
    /** It is there, or something of it is. */
    THERE,
    /** It is over for certain, with all of its threads. */
    GONE,
    /** It cannot be seen from here. */
    UNKNOWN
}
