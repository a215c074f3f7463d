package org.asterism.cluster;

/** What a member says of itself. */
public enum MemberState {
    /** Connected, not ready for work. */
    JOINING,
    /** Ready for work. */
    UP,
    /** Finishes what it has and takes nothing new. */
    DRAINING
}
