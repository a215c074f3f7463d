package org.asterism.persistence.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.MemberId;

/**
 * Who holds the lock that Liquibase keeps in the database. That lock is a row: it outlives a holder that is killed.
 *
 * @param incarnation which life of the member
 */
public record LockOwner(MemberId member, String incarnation) {

    private static final Pattern NOTE = Pattern.compile("asterism:([a-z0-9/-]+):([^ ]+)");

    /** This member. */
    public static LockOwner self(ClusterService cluster) {
        return new LockOwner(cluster.self(), cluster.incarnation());
    }

    /** Finds the note in what the row says; empty if someone from outside of the cluster wrote it. */
    public static Optional<LockOwner> parse(String lockedBy) {
        Matcher note = NOTE.matcher(lockedBy);
        return note.find() ? Optional.of(new LockOwner(new MemberId(note.group(1)), note.group(2))) : Optional.empty();
    }

    /** What the row shall say. */
    public String note() {
        return "asterism:" + member + ":" + incarnation;
    }

    /**
     * Whether this owner is surely not at work, asked by a member that holds the cluster lock of the schema: it is the one who
     * asks, in an earlier attempt, or a life that is over. In doubt it is at work.
     */
    public boolean isGone(LockOwner asking, ClusterView view) {
        if (equals(asking)) {
            return true;
        }
        if (view.stale() || view.warming()) {
            return false;
        }
        return view.member(member)
                .filter(now -> now.incarnation().equals(incarnation))
                .isEmpty();
    }
}
