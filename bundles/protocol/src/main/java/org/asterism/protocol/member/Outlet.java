package org.asterism.protocol.member;

import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.Envelope;

/**
 * Where a member's words go. Calls are carried out in the order in which they are made; while the link is down they have
 * no effect: the member tells everything anew when it is up again. Never blocks.
 */
public interface Outlet {

    /** Whether so much waits to be sent that nothing more should be handed over for now. */
    boolean congested();

    /** Tells the hub. */
    void control(ControlMessage message);

    /**
     * Sends a message.
     *
     * @param address as {@link org.asterism.protocol.Addresses} writes it
     * @param position of a message that is kept until {@link LocalMember#confirmed}; 0 of any other
     * @return true if it need not be kept
     */
    boolean message(String address, Envelope message, long position);

    /**
     * Tells the hub what this member listens to or serves.
     *
     * @param address one of {@link org.asterism.protocol.Addresses#LISTEN} and its like
     */
    void interest(String address, String topic);
}
