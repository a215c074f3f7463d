package org.asterism.hub.internal;

import org.asterism.protocol.ControlMessage;

/** What happens to the membership table. */
public sealed interface Command {

    /** From now on members can connect: the grace time begins. */
    record Opened() implements Command {}

    /**
     * A member says something.
     *
     * @param connection unique for each connection
     * @param user the member id that the connection has proved to be
     */
    record FromMember(String connection, String user, ControlMessage message) implements Command {}

    /** The hub itself offers or withdraws a service, or has seen a death. */
    record FromHub(ControlMessage message) implements Command {}

    /** A connection is gone. */
    record ConnectionClosed(String connection, String cause) implements Command {}

    /** Time goes by. */
    record Tick() implements Command {}
}
