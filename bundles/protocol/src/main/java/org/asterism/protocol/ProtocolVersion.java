package org.asterism.protocol;

/**
 * The version of what members and the hub say to each other. A member tells the one it speaks in its first message, where no version
 * ever moves it; the hub, which is upgraded first, decides whether it understands that. It changes with whatever an older
 * side would not understand.
 */
public final class ProtocolVersion {

    /** The one that is spoken here. */
    public static final int CURRENT = 1;
    /** The oldest one that a hub of this version understands. */
    public static final int OLDEST = 1;
    /** Of members that told none. */
    static final int UNTOLD = 0;

    private ProtocolVersion() {}

    /** Whether a hub of this version understands a member that speaks so. */
    public static boolean isUnderstood(long version) {
        return version >= OLDEST && version <= CURRENT;
    }

    /** Why a hub does not take a member of another version, and what to do. */
    public static String objection(String member, long version) {
        String differs = "'" + member + "' speaks version " + version + " of the protocol, and this hub "
                + (OLDEST == CURRENT ? "version " + CURRENT : "versions " + OLDEST + " to " + CURRENT) + ": ";
        return version > CURRENT
                ? differs + "upgrade the hub first, or start the member with the older distribution"
                : differs + "start the member with the distribution of the hub";
    }
}
