package org.asterism.protocol;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;

/** One life of a member. Of two lives of a member that which began later has the greater incarnation. */
public record Life(MemberId id, String incarnation) {

    private static final int RANDOM_LENGTH = 16;

    /** The incarnation of a life that begins at this time: the time, then something random. */
    public static String incarnation(Instant began) {
        String random = UUID.randomUUID().toString().replace("-", "").substring(0, RANDOM_LENGTH);
        return String.format(Locale.ROOT, "%012x-%s", began.toEpochMilli(), random);
    }

    public static Life of(Member member) {
        return new Life(member.id(), member.incarnation());
    }

    /** Whether this is a later life of the same member, by the clocks of the machines on which they began. */
    public boolean isAfter(Life other) {
        return id.equals(other.id) && incarnation.compareTo(other.incarnation) > 0;
    }

    @Override
    public String toString() {
        return id + " (" + incarnation + ")";
    }
}
