package org.asterism.console.internal;

import java.util.Optional;
import java.util.Set;

/** Who may log in to this container. */
@FunctionalInterface
public interface Realm {

    /** The roles of this user, by their names in Karaf; empty if there is no such user or the password is another one. */
    Optional<Set<String>> roles(String user, String password);
}
