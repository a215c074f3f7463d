package org.asterism.lock.internal.cbor;

import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;

/**
 * @param request unique in the sender's life; the same number again is the same request
 * @param patienceMillis how long it may wait in the queue; 0: not at all
 */
public record AcquireRequest(long request, String session, LockKey key, LockMode mode, long patienceMillis) {

    private static final int MAX_SESSION = 256;

    public AcquireRequest {
        if (session.isEmpty() || session.length() > MAX_SESSION || patienceMillis < 0) {
            throw new IllegalArgumentException("not a valid request for a lock");
        }
    }
}
