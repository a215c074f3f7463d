package org.asterism.lock.internal.cbor;

import java.util.List;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;

/**
 * Locks the sender holds from an earlier life of the server.
 *
 * @param last whether these were the last ones
 */
public record DeclareRequest(List<Lock> locks, boolean last) {

    /** How many locks one request may tell of. */
    public static final int MAX_LOCKS = 100;

    public DeclareRequest {
        locks = List.copyOf(locks);
        if (locks.size() > MAX_LOCKS) {
            throw new IllegalArgumentException("over " + MAX_LOCKS + " locks in one declaration");
        }
    }

    /** One held lock. */
    public record Lock(long request, String session, LockKey key, LockMode mode, long token) {}
}
