package org.asterism.hub.internal.standby;

/** Tells what this hub is; a service in the container of every hub, whether it is active or not. */
public interface HubRole {

    /** What it is now. */
    State state();

    /** Active or not. */
    enum Role {
        /** It listens and has the lists. */
        ACTIVE,
        /** Another one is active, or none; this one holds nothing and does not listen. */
        STANDBY
    }

    /**
     * At one moment.
     *
     * @param role of this hub
     * @param active where the active hub listens; empty if nobody is known to be active
     * @param epoch of the active hub; 0 if nobody is known to be active
     * @param remark why nobody is known to be active; empty if there is no more to say
     */
    record State(Role role, String active, long epoch, String remark) {}
}
