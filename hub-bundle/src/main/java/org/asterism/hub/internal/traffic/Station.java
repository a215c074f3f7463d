package org.asterism.hub.internal.traffic;

import java.util.Optional;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.frame.Run;

/** Whoever can receive: a member by its connection, or the hub itself. */
interface Station {

    MemberId id();

    /** Its entry in the client list; empty of the hub, which is not in it. */
    Optional<Member> member();

    /** What is to be confirmed: it holds the consignment until that is done. */
    void takeOneWay(Run run, Consignment consignment);

    /** What nobody confirms: requests, answers, and what the hub tells. */
    void take(Run run);

    /** The same of the hub itself, not written yet. */
    void take(String address, Envelope message);
}
