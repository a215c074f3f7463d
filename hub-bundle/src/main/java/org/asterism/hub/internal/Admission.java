package org.asterism.hub.internal;

import java.util.Optional;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.protocol.ControlMessage.Register;

/** Who may register. */
final class Admission {

    /** Fencing tokens have 32 bits for the epoch, the sign among them. */
    private static final long MAX_EPOCH = Integer.MAX_VALUE - 1L;

    private final ClientList clients;
    private final MembershipLimits limits;

    Admission(ClientList clients, MembershipLimits limits) {
        this.clients = clients;
        this.limits = limits;
    }

    /** Why this may not be; empty if it may. */
    Optional<String> refusal(String user, Register register) {
        Member member = register.member();
        MemberId id = member.id();
        if (!id.value().equals(user) || id.equals(MemberId.HUB) || member.kind() == MemberKind.HUB) {
            return Optional.of("'" + user + "' may not register as " + member.kind() + " '" + id + "'");
        }
        if (register.lastEpoch() < 0 || register.lastEpoch() > MAX_EPOCH) {
            return Optional.of(
                    "'" + id + "' has seen the epoch " + register.lastEpoch() + ", which no hub can have had");
        }
        Optional<Registration> holder = clients.of(id);
        if (holder.isEmpty() && clients.size() >= limits.members()) {
            return Optional.of("'" + id + "' finds no place: there are " + clients.size()
                    + " members already, and no more are allowed");
        }
        return holder.map(Registration::member)
                .filter(other -> !other.sameIncarnation(member))
                .map(Admission::taken);
    }

    private static String taken(Member holder) {
        return "the id '" + holder.id() + "' is taken by a live member: process " + holder.pid() + " on "
                + holder.host() + ", since " + holder.since() + "; give one of the two another id";
    }
}
