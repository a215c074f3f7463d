package org.asterism.hub.internal.artemis;

/** What the broker meets. Called on the broker's threads, which must not wait. */
interface BrokerListener {

    /** A member spoke to the hub's control address. */
    void control(String connection, String user, byte[] body);

    /** Envelopes for the hub itself. */
    void unicast(byte[] body);

    /** Whether the hub itself listens to this topic. */
    boolean hears(String topic);

    /** Envelopes were published to a topic that the hub hears. */
    void published(String topic, byte[] body);

    /** Envelopes for a member that has no mailbox. */
    void unroutable(byte[] body);

    /** Envelopes went into a mailbox or to listeners. */
    void carried();

    /** A connection is gone. */
    void closed(String connection, String cause);
}
