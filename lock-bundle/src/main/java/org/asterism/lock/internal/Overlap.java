package org.asterism.lock.internal;

import java.util.List;
import java.util.function.Predicate;
import org.asterism.lock.LockKey;

/**
 * A search for keys that overlap with one key. Goes down by the parts of the key and by wildcards, and into no area that has
 * nothing to find: the cost is the depth, if there are no wildcards, and at most the number of keys that overlap.
 */
final class Overlap {

    private final PlaceTable places;
    private final LockEntry itself;
    private final List<String> arguments;
    private final boolean onlyWildcards;
    private final boolean onlyStrong;
    private final Predicate<LockEntry> test;

    /** @param itself is not tested; null if everything is */
    Overlap(
            PlaceTable places,
            LockEntry itself,
            List<String> arguments,
            boolean onlyStrong,
            Predicate<LockEntry> test) {
        this.places = places;
        this.itself = itself;
        this.arguments = arguments;
        this.onlyWildcards = itself != null && !itself.isWildcard();
        this.onlyStrong = onlyStrong;
        this.test = test;
    }

    /** Whether the test is true for any; ends with the first. */
    boolean in(Area area, int level) {
        if ((onlyWildcards && area.wildcards == 0) || (onlyStrong && area.strong == 0)) {
            return false;
        }
        String argument = arguments.get(level);
        if (argument.equals(LockKey.ANY)) {
            return inAll(area, level + 1);
        }
        int below = area.below() - 1;
        return at(places.find(area, argument, below), level + 1)
                || at(places.find(area, LockKey.ANY, below), level + 1);
    }

    private boolean inAll(Area area, int level) {
        for (Place place = area.children; place != null; place = place.next) {
            if (at(place, level)) {
                return true;
            }
        }
        return false;
    }

    private boolean at(Place place, int level) {
        if (place instanceof LockEntry entry) {
            return entry != itself && test.test(entry);
        }
        return place instanceof Area area && in(area, level);
    }
}
