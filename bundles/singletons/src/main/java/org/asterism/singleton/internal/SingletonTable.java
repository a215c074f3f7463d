package org.asterism.singleton.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The singletons of one member. Deterministic, for one thread.
 *
 * <ol>
 *   <li>Only one attempt of a name is open at a time.
 *   <li>Nothing becomes active before its lock is granted and settled.
 *   <li>Whoever leaves is deactivated first and gives the lock back then; whoever has lost it is deactivated at once.
 *   <li>Who does not take part asks for nothing, and who comes back queues behind all others: nothing is taken back.
 * </ol>
 */
public final class SingletonTable {

    /** A candidacy stays when it is not wanted any more: its attempts go on growing. */
    private final TreeMap<String, Candidacy> candidacies = new TreeMap<>();

    private Set<String> wanted = Set.of();
    private boolean eligible;

    public List<SingletonEffect> apply(SingletonEvent event) {
        if (event instanceof SingletonEvent.Wanted now) {
            wanted = now.names();
            return compare();
        }
        if (event instanceof SingletonEvent.Eligible now) {
            eligible = now.eligible();
            return compare();
        }
        return followUp(event);
    }

    /** The names whose components are active here. */
    public Set<String> active() {
        Set<String> active = new TreeSet<>();
        candidacies.forEach((name, candidacy) -> {
            if (candidacy.isActive()) {
                active.add(name);
            }
        });
        return active;
    }

    private List<SingletonEffect> compare() {
        wanted.forEach(name -> candidacies.computeIfAbsent(name, Candidacy::new));
        List<SingletonEffect> effects = new ArrayList<>();
        candidacies.forEach((name, candidacy) ->
                effects.addAll(eligible && wanted.contains(name) ? candidacy.enter() : candidacy.leave()));
        return effects;
    }

    private List<SingletonEffect> followUp(SingletonEvent event) {
        if (event instanceof SingletonEvent.Granted granted) {
            return of(granted.name()).granted(granted.attempt());
        }
        if (event instanceof SingletonEvent.Settled settled) {
            return of(settled.name()).settled(settled.attempt());
        }
        if (event instanceof SingletonEvent.Failed failed) {
            return of(failed.name()).failed(failed.attempt());
        }
        if (event instanceof SingletonEvent.Lost lost) {
            return of(lost.name()).lost(lost.attempt());
        }
        SingletonEvent.Due due = (SingletonEvent.Due) event;
        return of(due.name()).due(due.attempt());
    }

    private Candidacy of(String name) {
        return candidacies.computeIfAbsent(name, Candidacy::new);
    }
}
