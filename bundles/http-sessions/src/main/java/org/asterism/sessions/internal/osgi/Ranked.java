package org.asterism.sessions.internal.osgi;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is there now, and which of it is best. While a container starts, one may come that goes again soon and is better than one that
 * stays: it must not be kept to. Not thread-safe.
 *
 * @param <R> its rank; no two have the same
 */
final class Ranked<R extends Comparable<? super R>, T> {

    private final SortedMap<R, T> present = new TreeMap<>();

    void add(R rank, T thing) {
        present.put(rank, thing);
    }

    /** Nothing happens if it is not there. */
    void remove(R rank) {
        present.remove(rank);
    }

    /** The one of the highest rank, if there is any. */
    Optional<T> best() {
        return present.isEmpty() ? Optional.empty() : Optional.of(present.get(present.lastKey()));
    }
}
