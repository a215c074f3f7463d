package org.asterism.client.internal;

/** What waits to leave through the link. */
public sealed interface Outgoing {

    /** Bytes for an address. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Send(String address, byte[] body) implements Outgoing {}

    /** A pattern to hear from now on. */
    record Subscribe(String pattern) implements Outgoing {}

    /** A pattern not to hear any more. */
    record Unsubscribe(String pattern) implements Outgoing {}

    /** Bytes it takes while it waits. */
    default int size() {
        return this instanceof Send send ? send.body().length : 0;
    }
}
