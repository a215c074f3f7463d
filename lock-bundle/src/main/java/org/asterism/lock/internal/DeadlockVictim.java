package org.asterism.lock.internal;

/** Who gives way in a deadlock. */
public enum DeadlockVictim {
    /** The request of the cycle that has waited for the shortest time. */
    YOUNGEST,
    /** Nobody: the deadlock is told and ends when somebody's patience does. */
    NONE
}
