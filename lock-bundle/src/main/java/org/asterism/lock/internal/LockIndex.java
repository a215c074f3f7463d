package org.asterism.lock.internal;

import java.util.List;
import java.util.function.Predicate;
import org.asterism.lock.LockKey;

/** All keys that are held or waited for, as a tree by namespace, name and arguments. */
final class LockIndex {

    private final Area root = Area.root();
    private final PlaceTable places = new PlaceTable();
    private final LockStatisticsBook statistics;
    private int size;

    LockIndex(LockStatisticsBook statistics) {
        this.statistics = statistics;
    }

    int size() {
        return size;
    }

    /** All keys and areas, and nulls. */
    Object[] copy() {
        return places.copy();
    }

    /** Null if nobody holds it or waits for it. */
    LockEntry find(LockKey key) {
        Area area = child(root, key.namespace(), Area.ANY_DEPTH);
        String part = key.name();
        List<String> arguments = key.arguments();
        for (int i = 0; i < arguments.size() && area != null; i++) {
            area = child(area, part, arguments.size() - i);
            part = arguments.get(i);
        }
        return area == null ? null : (LockEntry) places.find(area, part, 0);
    }

    private Area child(Area parent, String part, int below) {
        return (Area) places.find(parent, part, below);
    }

    /** The entry of this key, to be dropped when it is empty. */
    LockEntry of(LockKey key) {
        Area area = namespace(key.namespace());
        String part = key.name();
        List<String> arguments = key.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            Area found = child(area, part, arguments.size() - i);
            area = found == null ? add(Area.inner(area, part, arguments.size() - i)) : found;
            part = arguments.get(i);
        }
        LockEntry entry = (LockEntry) places.find(area, part, 0);
        return entry == null ? add(new LockEntry(area, part)) : entry;
    }

    private Area namespace(String name) {
        Area area = child(root, name, Area.ANY_DEPTH);
        return area == null ? add(Area.namespace(root, name, statistics.namespace(name))) : area;
    }

    private Area add(Area area) {
        places.add(area);
        area.parent.link(area);
        return area;
    }

    private LockEntry add(LockEntry entry) {
        places.add(entry);
        entry.parent.link(entry);
        size++;
        countWildcard(entry, 1);
        return entry;
    }

    void dropIfEmpty(LockEntry entry) {
        if (!entry.isEmpty() || !entry.isLinked()) {
            return;
        }
        countWildcard(entry, -1);
        size--;
        Place place = entry;
        do {
            Area parent = place.parent;
            places.remove(place);
            parent.unlink(place);
            place = parent;
        } while (place.parent != null && ((Area) place).children == null);
    }

    private static void countWildcard(LockEntry entry, int change) {
        if (entry.isWildcard()) {
            for (Area area = entry.parent; area != null; area = area.parent) {
                area.wildcards += change;
            }
        }
    }

    /** Whether other keys may overlap with this one; false is certain. */
    static boolean mayOverlap(LockEntry entry) {
        return entry.parent.hasArguments() && (entry.isWildcard() || kind(entry).wildcards > 0);
    }

    /** All keys with its name and as many arguments. */
    private static Area kind(LockEntry entry) {
        Area area = entry.parent;
        while (area.parent.hasArguments()) {
            area = area.parent;
        }
        return area;
    }

    /**
     * Whether the test is true for any other key that overlaps with this one; ends with the first.
     *
     * @param onlyStrong skip what holds no strong lock and no wish for one
     */
    boolean anyOverlapping(LockEntry entry, boolean onlyStrong, Predicate<LockEntry> test) {
        if (!mayOverlap(entry)) {
            return false;
        }
        List<String> parts = entry.parts();
        Overlap overlap = new Overlap(places, entry, parts.subList(2, parts.size()), onlyStrong, test);
        return overlap.in(kind(entry), 0);
    }

    /** Tests what overlaps with a key, held or not. */
    boolean anyOverlapping(LockKey key, Predicate<LockEntry> test) {
        Area area = child(root, key.namespace(), Area.ANY_DEPTH);
        if (area == null || key.arguments().isEmpty()) {
            LockEntry exact = find(key);
            return exact != null && test.test(exact);
        }
        Area kind = child(area, key.name(), key.arguments().size());
        return kind != null && new Overlap(places, null, key.arguments(), false, test).in(kind, 0);
    }
}
