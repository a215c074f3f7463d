package org.asterism.drill.history;

import java.util.Set;

/**
 * Something was broken for a while.
 *
 * @param members whom it affects; empty for all
 * @param to when it was whole again
 */
public record Fault(FaultKind kind, Set<String> members, long from, long to) {

    public Fault {
        members = Set.copyOf(members);
    }

    public boolean affects(String member) {
        return members.isEmpty() || members.contains(member);
    }

    /** Whether there is a moment of it in this time. */
    public boolean isBetween(long begin, long end) {
        return from <= end && to >= begin;
    }
}
