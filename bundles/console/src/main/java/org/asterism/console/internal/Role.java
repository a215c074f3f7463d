package org.asterism.console.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a person may do here; each role includes those before it. */
public enum Role {
    /** Look. */
    VIEWER,
    /** Work on server nodes and deployments. */
    OPERATOR,
    /** Take locks and connections away from others, too. */
    ADMIN;

    /** Whether it may do what that role may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** As it is written in documents. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that label. */
    static Optional<Role> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }

    /** The highest of Karaf's roles that means something here: {@code admin}, {@code operator} or {@code manager}, {@code viewer}. */
    public static Optional<Role> of(Collection<String> karafRoles) {
        return karafRoles.stream()
                .flatMap(name -> ofLabel(name.equals("manager") ? "operator" : name).stream())
                .max(Comparator.naturalOrder());
    }
}
