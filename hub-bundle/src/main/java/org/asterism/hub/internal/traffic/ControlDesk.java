package org.asterism.hub.internal.traffic;

/** Hears what members tell the hub. Called on network threads; must not block. */
@FunctionalInterface
public interface ControlDesk {

    /**
     * @param connection which said it
     * @param user who the connection has proved to be
     * @param message a control message in CBOR
     */
    void control(String connection, String user, byte[] message);
}
