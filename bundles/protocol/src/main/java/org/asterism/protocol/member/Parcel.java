package org.asterism.protocol.member;

import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.Envelope.Kind;

/**
 * A one-way message on its way.
 *
 * @param to one member; empty stands for several
 * @param sequence 0 until it has left for the first time
 * @param sentTo the life of the receiver it was sent to; empty if it has not left or several receive it
 * @param position counts what has left through this connection
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Parcel(
        Optional<MemberId> to,
        String address,
        Kind kind,
        String topic,
        byte[] payload,
        long sequence,
        Optional<String> sentTo,
        long position) {

    private static final int OVERHEAD = 64;
    private static final String SEVERAL = "*";

    static Parcel toMember(MemberId to, String topic, byte[] payload) {
        return new Parcel(Optional.of(to), Addresses.member(to), Kind.SEND, topic, payload, 0, Optional.empty(), 0);
    }

    static Parcel toSeveral(String address, Kind kind, String topic, byte[] payload) {
        return new Parcel(Optional.empty(), address, kind, topic, payload, 0, Optional.empty(), 0);
    }

    Parcel leaving(long newSequence, Optional<String> life, long newPosition) {
        return new Parcel(to, address, kind, topic, payload, newSequence, life, newPosition);
    }

    /** What is on one lane keeps its order: messages to one member, and all messages to several. */
    String lane() {
        return to.isPresent() ? address : SEVERAL;
    }

    /** Bytes it takes while it waits. */
    int size() {
        return payload.length + OVERHEAD;
    }
}
