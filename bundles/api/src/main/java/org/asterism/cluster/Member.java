package org.asterism.cluster;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of the client list.
 *
 * @param id who
 * @param kind what
 * @param incarnation this life of the member; a restart is a new incarnation of the same id, and compares greater
 * @param state what the member says of itself
 * @param host the name of the machine it runs on
 * @param pid its process id on that machine
 * @param version the version of Asterism it runs
 * @param labels free text the member was configured with
 * @param since when this incarnation began, by the member's own clock; for display only
 */
public record Member(
        MemberId id,
        MemberKind kind,
        String incarnation,
        MemberState state,
        String host,
        long pid,
        String version,
        Map<String, String> labels,
        Instant since) {

    public Member {
        labels = Map.copyOf(labels);
    }

    /** The instance this member is or belongs to; empty for a client. */
    public Optional<String> instance() {
        return switch (kind) {
            case INSTANCE -> Optional.of(id.value());
            case SERVER_NODE -> id.parent();
            case HUB, CLIENT -> Optional.empty();
        };
    }

    /** The same member in another state. */
    public Member withState(MemberState newState) {
        return new Member(id, kind, incarnation, newState, host, pid, version, labels, since);
    }

    /** Whether {@code other} is the same life of the same member. */
    public boolean sameIncarnation(Member other) {
        return id.equals(other.id) && incarnation.equals(other.incarnation);
    }
}
