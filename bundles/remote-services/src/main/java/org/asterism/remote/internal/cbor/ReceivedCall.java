package org.asterism.remote.internal.cbor;

import java.time.Duration;

/**
 * A call as it came over the wire.
 *
 * @param patience how long the caller waits
 */
@SuppressWarnings("ArrayRecordComponent") // handed to Method.invoke, never compared
public record ReceivedCall(PreparedMethod method, Duration patience, Object[] arguments) {}
