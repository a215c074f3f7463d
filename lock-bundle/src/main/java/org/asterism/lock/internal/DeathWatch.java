package org.asterism.lock.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose process is to be looked at because its connection is lost: a process that lives may still believe in its locks, one that
 * is gone does not. Only processes that were seen while they were connected are looked at, so that one that is merely hidden
 * from here is not taken for dead. Deterministic, for one thread.
 */
public final class DeathWatch {

    private final Duration grace;
    private final Duration lease;
    private final Map<Owner, ProcessMark> seen = new HashMap<>();
    private final Map<Owner, Duration> missing = new HashMap<>();

    /**
     * @param grace how long the connection has been lost before it is looked
     * @param lease after that nothing is left to be freed
     */
    public DeathWatch(Duration grace, Duration lease) {
        this.grace = grace;
        this.lease = lease;
    }

    /** One owner, and the process that it is or was. */
    public record Suspect(Owner owner, ProcessMark process) {}

    /** The owner is connected, and its process was seen just now. */
    public void seen(Owner owner, ProcessMark process) {
        seen.put(owner, process);
        missing.remove(owner);
    }

    /** The owner has lost its connection. */
    public void lost(Owner owner, Duration now) {
        if (seen.containsKey(owner)) {
            missing.put(owner, now);
        }
    }

    /** Nothing is to be found out about this owner. */
    public void forget(Owner owner) {
        seen.remove(owner);
        missing.remove(owner);
    }

    /** Who is to be looked at now; who has been missing for a lease is forgotten. */
    public List<Suspect> due(Duration now) {
        List<Suspect> due = new ArrayList<>();
        for (Map.Entry<Owner, Duration> one : List.copyOf(missing.entrySet())) {
            Duration since = now.minus(one.getValue());
            if (since.compareTo(lease) >= 0) {
                forget(one.getKey());
            } else if (since.compareTo(grace) >= 0) {
                due.add(new Suspect(one.getKey(), seen.get(one.getKey())));
            }
        }
        return due;
    }

    /** Whether the suspect is dead; told once. False if it is connected again, with whatever process. */
    public boolean isDead(Suspect suspect, Presence presence) {
        boolean dead = presence == Presence.GONE
                && missing.containsKey(suspect.owner())
                && suspect.process().equals(seen.get(suspect.owner()));
        if (dead) {
            forget(suspect.owner());
        }
        return dead;
    }
}
