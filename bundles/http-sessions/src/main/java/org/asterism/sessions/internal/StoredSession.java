package org.asterism.sessions.internal;

/**
 * A session as it lies in the database.
 *
 * @param version counts the changes of the attributes, from 1
 * @param attributes made by {@link AttributeCodec}; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read once
public record StoredSession(SessionTimes times, long version, byte[] attributes) {}
