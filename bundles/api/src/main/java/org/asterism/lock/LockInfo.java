package org.asterism.lock;

import java.time.Duration;
import java.util.List;
import org.asterism.cluster.MemberId;

/** One lock with its holders, and its waiters in the order of the queue. */
public record LockInfo(LockKey key, List<Holder> holders, List<Waiter> waiters) {

    public LockInfo {
        holders = List.copyOf(holders);
        waiters = List.copyOf(waiters);
    }

    /**
     * @param party the thread that asked for it, or the session if no thread waited
     * @param count how often the session holds it
     * @param age since it was granted
     */
    public record Holder(
            MemberId member, String session, String party, LockMode mode, int count, long fencingToken, Duration age) {}

    /**
     * @param party the thread that waits, or the session if no thread does
     * @param age since it was asked for, restarts of the hub included
     */
    public record Waiter(MemberId member, String session, String party, LockMode mode, Duration age) {}
}
