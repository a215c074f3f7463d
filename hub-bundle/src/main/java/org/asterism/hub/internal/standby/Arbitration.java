package org.asterism.hub.internal.standby;

import java.util.Optional;
import org.asterism.hub.internal.standby.HubRole.Role;

/**
 * Decides whether this hub is the active one. Deterministic, never reads the clock, one attempt at a time. Times are
 * nanoseconds of this hub's own monotonic clock; no time of another machine is compared with them.
 *
 * <ol>
 *   <li>It is active only after a take-over of its own, and only until the tenure is over that the last renewal began; the
 *       tenure is shorter than the lease and counts from before the attempt. What is over is not renewed.
 *   <li>It takes over what it has seen unchanged for a lease, counted from after the look that first showed it, and what
 *       was given back. So the former holder's tenure is over, or it has stopped itself.
 *   <li>Either way it has been in contact with the database for a lease. Whatever fails ends the contact: a database that
 *       comes back may have lost what it said last.
 *   <li>The epoch it takes is higher than any it has seen, and not lower than the clock says.
 *   <li>Having stepped down it becomes active only with another epoch.
 * </ol>
 */
public final class Arbitration {

    private final String self;
    private final String address;
    private final Timing timing;
    private final Sighting sighting;

    private Attempt attempt = new Attempt.Look();
    private long began;
    private long highest;
    private Optional<LeaseRow> held = Optional.empty();
    private Optional<LeaseRow> toRelease = Optional.empty();
    private boolean retired;
    private long deadline;
    private String trouble = "the database has not answered yet";

    /**
     * @param self this life of the hub; unique
     * @param address where it will listen, for display
     */
    public Arbitration(String self, String address, Timing timing) {
        this.self = self;
        this.address = address;
        this.timing = timing;
        this.sighting = new Sighting(timing.lease());
    }

    /**
     * What to try now. Its outcome is given to {@link #apply} before the next one is asked for.
     *
     * @param clockEpoch the lowest epoch to take
     */
    public Attempt next(long clockEpoch, long now) {
        began = now;
        attempt = attempt(clockEpoch, now);
        return attempt;
    }

    private Attempt attempt(long clockEpoch, long now) {
        if (held.isPresent()) {
            return new Attempt.Renew(held.get());
        }
        if (toRelease.isPresent()) {
            return new Attempt.Release(toRelease.get(), highest);
        }
        if (!sighting.isCurrent() || sighting.untilRipe(now) > 0) {
            return new Attempt.Look();
        }
        long beat = sighting.row().map(LeaseRow::beat).orElse(0L) + 1;
        long epoch = Math.max(clockEpoch, highest + 1);
        return new Attempt.Take(sighting.row(), new LeaseRow(self, address, epoch, beat));
    }

    /** The outcome of the last attempt, when it is known. */
    public Decision apply(Outcome outcome, long now) {
        if (attempt instanceof Attempt.Release) {
            toRelease = Optional.empty();
        }
        if (outcome instanceof Outcome.Failed failed) {
            loseContact(failed.cause());
            return tick(now);
        }
        trouble = "";
        sighting.contact(now);
        if (outcome instanceof Outcome.Found found) {
            sighting.found(found.row(), now);
            highest = Math.max(highest, found.row().map(LeaseRow::epoch).orElse(0L));
            return tick(now);
        }
        sighting.outdated();
        return outcome instanceof Outcome.Refused ? refused() : done(now);
    }

    /** To be called often: steps down when the tenure is over, whatever the database does meanwhile. */
    public Decision tick(long now) {
        if (held.isPresent() && now - deadline >= 0) {
            String cause = trouble.isEmpty() ? "the database does not answer" : trouble;
            return stepDown("it could not renew its lease in time: " + cause);
        }
        return new Decision.Wait();
    }

    /**
     * Steps down, if it is active, and lets others become active.
     *
     * @param epoch that the next active hub has to exceed
     */
    public Decision resign(long epoch, String cause) {
        highest = Math.max(highest, epoch);
        if (held.isEmpty()) {
            return new Decision.Wait();
        }
        toRelease = held;
        return stepDown(cause);
    }

    /** Steps down, if it is active, and never becomes active again. */
    public Decision retire(String cause) {
        retired = true;
        return resign(0, cause);
    }

    /** Whether there is nothing more to try. */
    public boolean isOver() {
        return retired && toRelease.isEmpty();
    }

    /** How long until the next attempt, in nanoseconds. */
    public long pause(long now) {
        if (toRelease.isPresent()) {
            return 0;
        }
        if (!sighting.isInContact()) {
            return timing.retry().toNanos();
        }
        long renew = timing.renew().toNanos();
        if (held.isPresent()) {
            return Math.max(0, began + renew - now);
        }
        return sighting.isCurrent() ? Math.max(0, Math.min(renew, sighting.untilRipe(now))) : 0;
    }

    /** As what it is active, and until when. */
    public Tenure tenure() {
        return held.map(row -> new Tenure(row.epoch(), deadline)).orElse(Tenure.NONE);
    }

    /** For display. */
    public HubRole.State state(long now) {
        if (held.isPresent()) {
            return now - deadline < 0
                    ? new HubRole.State(Role.ACTIVE, address, held.get().epoch(), "")
                    : new HubRole.State(Role.STANDBY, "", 0, "it could not renew its lease in time");
        }
        return sighting.holder()
                .filter(row -> !row.holder().equals(self)) // a row it has not given back yet
                .map(row -> new HubRole.State(Role.STANDBY, row.address(), row.epoch(), ""))
                .orElseGet(() -> new HubRole.State(Role.STANDBY, "", 0, trouble));
    }

    private Decision refused() {
        return held.isPresent() ? stepDown("another hub has taken over") : new Decision.Wait();
    }

    private Decision done(long now) {
        if (attempt instanceof Attempt.Take take) {
            return taken(take.mine(), now);
        }
        if (attempt instanceof Attempt.Renew && now - deadline < 0) {
            deadline = began + timing.tenure().toNanos();
        }
        return tick(now);
    }

    private Decision taken(LeaseRow mine, long now) {
        deadline = began + timing.tenure().toNanos();
        if (retired || mine.epoch() <= highest) {
            toRelease = Optional.of(mine); // meanwhile it was stopped, or someone showed a higher epoch
            return new Decision.Wait();
        }
        highest = mine.epoch();
        if (now - deadline >= 0) {
            return new Decision.Wait(); // too late: it waits for a lease like everyone else
        }
        held = Optional.of(mine);
        return new Decision.Activate(mine.epoch());
    }

    private Decision stepDown(String cause) {
        held = Optional.empty();
        loseContact(cause);
        return new Decision.StepDown(cause);
    }

    private void loseContact(String cause) {
        sighting.loseContact();
        trouble = cause;
    }
}
