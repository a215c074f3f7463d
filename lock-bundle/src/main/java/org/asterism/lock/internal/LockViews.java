package org.asterism.lock.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.asterism.cluster.MemberId;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;

/** The table as people look at it. */
final class LockViews {

    /** Twice the places are looked at for each argument more: of so many arguments at once, of more of them step by step. */
    private static final int FOUND_AT_ONCE = 6;

    private final LockLedger ledger;

    LockViews(LockLedger ledger) {
        this.ledger = ledger;
    }

    Listing locks(LockFilter filter, int limit, long now) {
        return new Listing(
                ledger.index().copy(),
                entry -> isNamed(entry, filter) && isOld(entry, filter, now) && isOf(entry, filter),
                limit);
    }

    Listing overlapping(LockKey key, int limit) {
        if (key.hasWildcard() || key.arguments().size() > FOUND_AT_ONCE) {
            return new Listing(ledger.index().copy(), entry -> key.overlaps(entry.key()), limit);
        }
        List<LockEntry> entries = new ArrayList<>(); // one for each choice of arguments to be wildcards, at most
        boolean unused = ledger.index().anyOverlapping(key, entry -> {
            entries.add(entry);
            return false;
        });
        return new Listing(entries.toArray(), entry -> true, limit);
    }

    /** What has been held for at least that long, the oldest first: of so many grants. */
    List<LockInfo> heldLongest(long age, int grants, long now) {
        Set<LockEntry> entries = new LinkedHashSet<>();
        Grant grant = ledger.ages().oldest();
        for (int i = 0; i < grants && grant != null && now - grant.since >= age; i++) {
            entries.add(grant.entry);
            grant = grant.newer;
        }
        return entries.stream().map(entry -> Descriptions.of(entry, now)).toList();
    }

    private static boolean isNamed(LockEntry entry, LockFilter filter) {
        if (filter.namespace().isEmpty() && filter.name().isEmpty()) {
            return true;
        }
        Place name = entry;
        while (name.parent.parent.parent != null) {
            name = name.parent;
        }
        return filter.namespace().filter(name.parent.part::equals).isPresent()
                        == filter.namespace().isPresent()
                && filter.name().filter(name.part::equals).isPresent()
                        == filter.name().isPresent();
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
