package org.asterism.lock.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The grants of one owner, by ticket number. */
final class GrantTable extends OpenTable<Grant> {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    @Override
    int hash(Grant grant) {
        return hash(grant.number);
    }

    /** Numbers that follow each other must not lie together: a table that is full of old ones would have no gaps. */
    private static int hash(long number) {
        return (int) ((number * GOLDEN) >>> Integer.SIZE);
    }

    /** Null if there is none. */
    Grant find(long number) {
        int place = start(hash(number));
        Grant grant = at(place);
        while (grant != null && grant.number != number) {
            place = after(place);
            grant = at(place);
        }
        return grant;
    }

    List<Grant> all(Predicate<Grant> test) {
        List<Grant> all = new ArrayList<>();
        for (int i = 0; i < places(); i++) {
            if (at(i) != null && test.test(at(i))) {
                all.add(at(i));
            }
        }
        return all;
    }

    /** How many of these there are. */
    int count(TicketNumbers numbers) {
        int count = 0;
        for (int i = 0; i < places(); i++) {
            if (at(i) != null && numbers.contains(at(i).number)) {
                count++;
            }
        }
        return count;
    }
}
