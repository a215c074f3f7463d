package org.asterism.protocol;

import org.asterism.cluster.MemberId;

/**
 * One message between members.
 *
 * @param kind what it is
 * @param sender who sent it
 * @param incarnation the life of the sender
 * @param sequence counts what the sender sent; grows with each one-way message
 * @param topic what it is about
 * @param correlation connects a request and its answer; 0 for what is not answered
 * @param payload the bytes; in a {@link Kind#FAILURE} the reason as UTF-8 text
 */
@SuppressWarnings("ArrayRecordComponent") // a payload is opaque: envelopes are never compared
public record Envelope(
        Kind kind, MemberId sender, String incarnation, long sequence, String topic, long correlation, byte[] payload) {

    /** The correlation of a request whose answer nobody waits for. */
    public static final long NO_ANSWER = 0;

    /** The number is part of the wire format. */
    public enum Kind {
        /** One way to one member. */
        SEND(1),
        /** One way to everyone who listens. */
        PUBLISH(2),
        /** Wants an answer. */
        REQUEST(3),
        /** The answer. */
        REPLY(4),
        /** The handler failed. */
        FAILURE(5),
        /** Nobody there serves the topic; nothing was carried out. */
        NO_LISTENER(6),
        /** One way to one of those who listen; answered as soon as it is with the listener. */
        OFFER(7),
        /** The hub has chosen a receiver for a request; the payload is its id. */
        ROUTED(8);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** The number on the wire; less than 24. */
        public int code() {
            return code;
        }

        private static final Kind[] KINDS = values();

        /** @throws CodecException if no kind has this number */
        public static Kind ofCode(long code) throws CodecException {
            if (code < 1 || code > KINDS.length) {
                throw CodecException.malformed("a kind of envelope: " + code, null);
            }
            return KINDS[(int) code - 1];
        }

        /** Whether it is kept until its receivers have confirmed it. */
        public boolean oneWay() {
            return this == SEND || this == PUBLISH;
        }
    }

    /** An answer to this request. */
    public Envelope answer(Kind answer, Life from, byte[] bytes) {
        return new Envelope(answer, from.id(), from.incarnation(), 0, topic, correlation, bytes);
    }
}
