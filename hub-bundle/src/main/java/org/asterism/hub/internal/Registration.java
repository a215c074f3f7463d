package org.asterism.hub.internal;

import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.Life;

/** A member in the client list with the connection it has. */
record Registration(Member member, String connection) {

    MemberId id() {
        return member.id();
    }

    Life life() {
        return Life.of(member);
    }

    Registration withMember(Member changed) {
        return new Registration(changed, connection);
    }
}
