package org.asterism.lock.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who waits for one key, in the order of age; strong wishes apart, because a weak one need not look at weak ones. */
final class WaitQueue {

    private final TreeSet<Wish> strong = new TreeSet<>();
    private final TreeSet<Wish> weak = new TreeSet<>();
    /** Whether it was told that the queue is nearly full. */
    boolean warned;

    void add(Wish wish) {
        of(wish).add(wish);
    }

    void remove(Wish wish) {
        of(wish).remove(wish);
    }

    private Set<Wish> of(Wish wish) {
        return Modes.isStrong(wish.mode) ? strong : weak;
    }

    boolean isEmpty() {
        return strong.isEmpty() && weak.isEmpty();
    }

    int size() {
        return strong.size() + weak.size();
    }

    /** The next strong one that is older; null if there is none. */
    Wish strongBefore(Wish wish) {
        return strong.lower(wish);
    }

    /** The next weak one that is older; null if there is none. */
    Wish weakBefore(Wish wish) {
        return weak.lower(wish);
    }

    /** All of them, oldest first. */
    List<Wish> all() {
        List<Wish> all = new ArrayList<>(strong);
        all.addAll(weak);
        all.sort(null);
        return all;
    }
}
