package org.asterism.lock.internal;

import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;

/** One life of one member: what it holds ends with this life. */
public record Owner(MemberId member, String incarnation) {

    public static Owner of(Member member) {
        return new Owner(member.id(), member.incarnation());
    }

    boolean replaces(Owner other) {
        return member.equals(other.member) && !incarnation.equals(other.incarnation);
    }

    @Override
    public String toString() {
        return member + " (" + incarnation + ")";
    }
}
