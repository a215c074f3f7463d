package org.asterism.singleton.internal;

import java.util.Set;

/** What happens to the singletons of one member. */
public sealed interface SingletonEvent {

    /** These are all that components of this container want to be. */
    record Wanted(Set<String> names) implements SingletonEvent {
        public Wanted {
            names = Set.copyOf(names);
        }
    }

    /** Whether this member takes part; one that is drained does not. */
    record Eligible(boolean eligible) implements SingletonEvent {}

    /** The lock was granted. */
    record Granted(String name, long attempt) implements SingletonEvent {}

    /** The time in which a former owner stops has passed. */
    record Settled(String name, long attempt) implements SingletonEvent {}

    /** The lock was not granted. */
    record Failed(String name, long attempt) implements SingletonEvent {}

    /** The lock was taken away. */
    record Lost(String name, long attempt) implements SingletonEvent {}

    /** The pause before the next attempt is over. */
    record Due(String name, long attempt) implements SingletonEvent {}
}
