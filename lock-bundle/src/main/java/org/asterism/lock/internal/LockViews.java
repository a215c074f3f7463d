package org.asterism.lock.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.asterism.cluster.MemberId;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;

/** The table as people look at it. Looks at every key, if need be: not for programs that ask all the time. */
final class LockViews {

    private static final Comparator<LockEntry> BY_KEY = (one, other) -> compare(one.parts(), other.parts());

    private final LockIndex index;

    LockViews(LockIndex index) {
        this.index = index;
    }

    private static int compare(List<String> one, List<String> other) {
        Iterator<String> others = other.iterator();
        for (String part : one) {
            int order = others.hasNext() ? part.compareTo(others.next()) : 1;
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    List<LockInfo> locks(LockFilter filter, int limit, long now) {
        PriorityQueue<LockEntry> first = new PriorityQueue<>(BY_KEY.reversed());
        collect(index.root(), 0, filter, entry -> {
            if (isOld(entry, filter, now) && isOf(entry, filter)) {
                first.add(entry);
                if (first.size() > limit) {
                    LockEntry unused = first.remove();
                }
            }
        });
        return describe(new ArrayList<>(first), now);
    }

    List<LockInfo> overlapping(LockKey key, long now) {
        List<LockEntry> entries = new ArrayList<>();
        boolean unused = index.anyOverlapping(key, entry -> {
            entries.add(entry);
            return false;
        });
        return describe(entries, now);
    }

    private static List<LockInfo> describe(List<LockEntry> entries, long now) {
        entries.sort(BY_KEY);
        return entries.stream().map(entry -> Descriptions.of(entry, now)).toList();
    }

    private static void collect(Area area, int depth, LockFilter filter, Consumer<LockEntry> found) {
        for (Place place = area.children; place != null; place = place.next) {
            boolean passes = depth == 0
                    ? filter.namespace().isEmpty() || filter.namespace().get().equals(place.part)
                    : depth > 1
                            || filter.name().isEmpty()
                            || filter.name().get().equals(place.part);
            if (passes && place instanceof LockEntry entry) {
                found.accept(entry);
            } else if (passes && place instanceof Area inner) {
                collect(inner, depth + 1, filter, found);
            }
        }
    }

    private static boolean isOf(LockEntry entry, LockFilter filter) {
        return filter.owner().isEmpty()
                || any(
                        entry,
                        stake -> isOf(
                                stake.session.book().owner().member(),
                                filter.owner().get()));
    }

    private static boolean isOf(MemberId member, String owner) {
        return member.toString().equals(owner) || member.toString().startsWith(owner + "/");
    }

    private static boolean isOld(LockEntry entry, LockFilter filter, long now) {
        return filter.minimumAge().isEmpty()
                || any(
                        entry,
                        stake -> now - since(stake)
                                >= Nanos.of(filter.minimumAge().get()));
    }

    private static long since(Stake stake) {
        return stake instanceof Grant grant ? grant.since : ((Wish) stake).request.start();
    }

    private static boolean any(LockEntry entry, Predicate<Stake> test) {
        for (Grant grant = entry.grants; grant != null; grant = grant.next) {
            if (test.test(grant)) {
                return true;
            }
        }
        return entry.queue != null && entry.queue.all().stream().anyMatch(test);
    }
}
