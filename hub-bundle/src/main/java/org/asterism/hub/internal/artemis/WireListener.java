package org.asterism.hub.internal.artemis;

import org.asterism.hub.internal.traffic.Wire;

/** What happens to the connections of members. Called on network threads and threads of the broker; must not block. */
interface WireListener {

    /** Whether someone may log in now. */
    boolean isOpen();

    /** A connection is there; nobody has logged in yet. */
    void connected(String connection, Wire wire);

    /** A frame of someone who is logged in. */
    void received(String connection, String user, byte[] frame);

    /** A sign of life. */
    void alive(String connection);

    /** The connection takes more again. */
    void writable(String connection);

    /** The connection is gone. */
    void closed(String connection, String cause);
}
