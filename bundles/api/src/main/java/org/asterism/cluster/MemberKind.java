package org.asterism.cluster;

import java.util.Locale;

/** What a member is. */
public enum MemberKind {
    /** The hub itself; it sends messages and offers services but is in no client list. */
    HUB,
    /** A Karaf container with a dispatcher. */
    INSTANCE,
    /** An engine that runs applications. */
    SERVER_NODE,
    /** A tool or a program outside the cluster's containers. */
    CLIENT;

    /** The name in configuration and JSON: {@code server-node}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if no kind has this label */
    public static MemberKind ofLabel(String label) {
        for (MemberKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("not a member kind: '" + label + "'");
    }
}
