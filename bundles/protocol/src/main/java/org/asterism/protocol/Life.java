package org.asterism.protocol;

import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;

/** One life of a member. */
public record Life(MemberId id, String incarnation) {

    public static Life of(Member member) {
        return new Life(member.id(), member.incarnation());
    }

    @Override
    public String toString() {
        return id + " (" + incarnation + ")";
    }
}
