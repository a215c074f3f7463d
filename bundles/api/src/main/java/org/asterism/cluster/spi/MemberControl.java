package org.asterism.cluster.spi;

import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberState;

/** What a member tells the hub about itself and about a death it has seen. Never blocks; told again to a new hub. */
public interface MemberControl {

    /** Sets this member's state. */
    void state(MemberState state);

    /**
     * Reports that the process of another member has ended for certain, so that nobody needs to wait for a time-out to
     * believe it. Has no effect once another incarnation of that member has registered.
     */
    void reportDeath(MemberId member, String incarnation);
}
