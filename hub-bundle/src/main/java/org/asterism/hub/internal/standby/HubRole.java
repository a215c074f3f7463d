package org.asterism.hub.internal.standby;

/** Tells what this hub is, unless it is the only one and works; a service in the container of the hub. */
public interface HubRole {

    /** What it is now. */
    State state();

    /** Active or not, or never. */
    enum Role {
        /** It listens and has the lists. */
        ACTIVE,
        /** Another one is active, or none; this one holds nothing and does not listen. */
        STANDBY,
        /** It misses something and does not work until its container is restarted. */
        REFUSED
    }

    /**
     * At one moment.
     *
     * @param role of this hub
     * @param active where the active hub listens; empty if nobody is known to be active
     * @param epoch of the active hub; 0 if nobody is known to be active
     * @param remark why nobody is known to be active, or why this one does not work; empty if there is no more to say
     */
    record State(Role role, String active, long epoch, String remark) {

        /** What a hub says that does not work. */
        public static State refused(String reason) {
            return new State(Role.REFUSED, "", 0, reason);
        }
    }
}
