package org.asterism.cluster;

import java.util.Locale;

/** How far a service is offered; the service property {@value #PROPERTY}. */
public enum Scope {
    /** To every member. */
    CLUSTER,
    /** To the members of the owner's instance. */
    INSTANCE,
    /** To the owner alone. */
    MEMBER;

    /** The service property: {@code cluster} (the default), {@code instance} or {@code member}. */
    public static final String PROPERTY = "asterism.scope";

    /** The value of the property. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no scope has this label */
    public static Scope ofLabel(String label) {
        for (Scope scope : values()) {
            if (scope.label().equals(label)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("not a scope: '" + label + "' (expected cluster, instance or member)");
    }
}
