package org.asterism.lock.internal;

import java.util.Set;

/** What has to be told because of a command. */
public sealed interface LockEffect {

    /**
     * The request has its lock; told again if it is asked again.
     *
     * @param known whether the owner has declared its locks in this life of the table
     */
    record Granted(Ticket ticket, long token, boolean known) implements LockEffect {}

    /** The request has waited long enough. */
    record TimedOut(Ticket ticket) implements LockEffect {}

    /** A bound is reached. */
    record Refused(Ticket ticket, String reason) implements LockEffect {}

    /** The request has left the queue because its owner no longer wants it, or is gone. */
    record Withdrawn(Ticket ticket) implements LockEffect {}

    /**
     * The lease of the owner begins anew.
     *
     * @param known whether the owner has declared its locks in this life of the table; if not it must do so
     * @param lost requests the owner believes to hold or to wait for and that are not in the table
     */
    record LeaseTold(Owner owner, boolean known, Set<Long> lost) implements LockEffect {}

    /** An owner's locks were taken from it. */
    record Freed(Owner owner, int locks, String cause) implements LockEffect {}

    /** Locks may be granted from now on. */
    record GraceOver(String cause) implements LockEffect {}
}
