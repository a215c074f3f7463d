package org.asterism.hub.internal;

/**
 * How long the two lists may become. What is past a limit is refused and the member told.
 *
 * @param members in the client list
 * @param servicesPerMember that one member offers
 * @param serviceSize characters that describe one service: its id, its interfaces and its properties
 */
public record MembershipLimits(int members, int servicesPerMember, int serviceSize) {

    public static final MembershipLimits DEFAULT = new MembershipLimits(1000, 10_000, 65_536);

    public MembershipLimits {
        if (members < 1 || servicesPerMember < 1 || serviceSize < 1) {
            throw new IllegalArgumentException("a limit of the lists is not positive");
        }
    }
}
