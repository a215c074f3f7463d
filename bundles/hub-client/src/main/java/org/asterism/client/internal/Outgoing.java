package org.asterism.client.internal;

import org.asterism.protocol.Envelope;

/** What waits to leave through the link. */
public sealed interface Outgoing {

    /** Bytes it takes while it waits. */
    int size();

    /**
     * A message of this member.
     *
     * @param position of a message that is kept until it is confirmed; 0 of any other
     */
    record Letter(String address, Envelope message, long position) implements Outgoing {

        private static final int OVERHEAD = 32;

        @Override
        public int size() {
            return message.payload().length + OVERHEAD;
        }
    }

    /** Something for the hub itself. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Notice(String address, byte[] body) implements Outgoing {

        @Override
        public int size() {
            return body.length;
        }
    }
}
