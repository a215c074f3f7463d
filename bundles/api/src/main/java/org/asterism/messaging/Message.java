package org.asterism.messaging;

import org.asterism.cluster.MemberId;

/**
 * A message as its receiver sees it.
 *
 * @param topic what it is about
 * @param sender who sent it
 * @param incarnation the life of the sender that sent it
 * @param payload the bytes; the receiver may keep but must not change them
 */
@SuppressWarnings("ArrayRecordComponent") // a payload is opaque: messages are never compared
public record Message(String topic, MemberId sender, String incarnation, byte[] payload) {}
