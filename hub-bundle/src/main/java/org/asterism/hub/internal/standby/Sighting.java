package org.asterism.hub.internal.standby;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** What a contender has itself seen of the row, and for how long. */
final class Sighting {

    private final long lease;
    private OptionalLong contactSince = OptionalLong.empty();
    private boolean current;
    private Optional<LeaseRow> row = Optional.empty();
    private long rowSince;

    Sighting(Duration lease) {
        this.lease = lease.toNanos();
    }

    /** The database has answered. */
    void contact(long now) {
        if (contactSince.isEmpty()) {
            contactSince = OptionalLong.of(now);
            rowSince = now;
        }
    }

    /** The database may have lost what it said last. */
    void loseContact() {
        contactSince = OptionalLong.empty();
        current = false;
    }

    boolean isInContact() {
        return contactSince.isPresent();
    }

    void found(Optional<LeaseRow> found, long now) {
        current = true;
        if (!found.equals(row)) {
            row = found;
            rowSince = now;
        }
    }

    /** The row is surely another one now. */
    void outdated() {
        current = false;
    }

    boolean isCurrent() {
        return current;
    }

    Optional<LeaseRow> row() {
        return row;
    }

    /** Who is active, as far as is known. */
    Optional<LeaseRow> holder() {
        return isInContact() ? row.filter(seen -> !seen.isFree()) : Optional.empty();
    }

    /** How long until the row may be taken if it does not change; zero or less if that is now. */
    long untilRipe(long now) {
        if (contactSince.isEmpty()) {
            return lease;
        }
        boolean free = row.map(LeaseRow::isFree).orElse(true);
        return (free ? contactSince.getAsLong() : rowSince) + lease - now;
    }
}
