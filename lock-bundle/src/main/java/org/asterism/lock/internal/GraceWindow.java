package org.asterism.lock.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The time after a start in which nothing is granted, because someone may hold a lock from before who has not said so yet.
 * It ends when everyone who was in the cluster before is back and has declared, or when a lease is over: who has been silent
 * for so long holds nothing.
 */
final class GraceWindow {

    private final Duration end;
    private final Set<Owner> declared = new HashSet<>();
    private Set<Owner> present = Set.of();
    private boolean complete;
    private boolean open = true;

    GraceWindow(Duration end) {
        this.end = end;
    }

    boolean open() {
        return open;
    }

    Duration end() {
        return end;
    }

    boolean hasDeclared(Owner owner) {
        return declared.contains(owner);
    }

    void declared(Owner owner) {
        declared.add(owner);
    }

    void forget(Owner owner) {
        declared.remove(owner);
    }

    /**
     * Whoever has gone needs to be remembered no longer, unless it holds something. Who has declared before it was ever present is
     * about to come: the news of it is slower than its declaration.
     *
     * @param holders who holds something, be it present or not
     */
    void present(Set<Owner> owners, Set<Owner> holders) {
        Set<Owner> before = present;
        present = owners;
        declared.removeIf(owner -> before.contains(owner) && !owners.contains(owner) && !holders.contains(owner));
    }

    /** Nothing was heard of it for a lease. */
    void expired(Owner owner) {
        if (!present.contains(owner)) {
            declared.remove(owner);
        }
    }

    void settled(boolean all) {
        complete |= all;
    }

    /** Closes the window if it is time; returns why, once. */
    Optional<String> close(Duration now) {
        if (!open) {
            return Optional.empty();
        } else if (complete && declared.containsAll(present)) {
            open = false;
            return Optional.of("everyone has declared");
        } else if (now.compareTo(end) >= 0) {
            open = false;
            return Optional.of("no lease from before can be left");
        }
        return Optional.empty();
    }
}
