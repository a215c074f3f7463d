package org.asterism.protocol.member;

import org.asterism.cluster.MemberId;
import org.asterism.protocol.ControlMessage;

/**
 * Where a member's words go. Calls are carried out in the order in which they are made; while the link is down they have
 * no effect: the member tells everything anew when it is up again. Never blocks.
 */
public interface Outlet {

    /** Whether so much waits to be sent that nothing more should be handed over for now. */
    boolean congested();

    /** Tells the hub. */
    void control(ControlMessage message);

    /** Sends an envelope to one member other than this one. */
    void unicast(MemberId to, byte[] envelope);

    /** Sends an envelope to everyone who listens. */
    void publish(String topic, byte[] envelope);

    /** Begins to hear what is published under a pattern. */
    void subscribe(String pattern);

    /** No longer hears a pattern. */
    void unsubscribe(String pattern);
}
