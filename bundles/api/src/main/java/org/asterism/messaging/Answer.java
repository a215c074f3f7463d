package org.asterism.messaging;

/** What came of a request to one of several members. */
public sealed interface Answer {

    /** The member answered. */
    @SuppressWarnings("ArrayRecordComponent") // a payload is opaque: answers are never compared
    record Replied(byte[] payload) implements Answer {}

    /** There is no answer, for this reason. */
    record Failed(MessagingException reason) implements Answer {}
}
