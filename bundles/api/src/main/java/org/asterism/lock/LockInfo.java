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
     * @param count how often the session holds it
     * @param age since it was granted
     */
    public record Holder(MemberId member, String session, LockMode mode, int count, long fencingToken, Duration age) {}

    /** @param age since it was asked for */
    public record Waiter(MemberId member, String session, LockMode mode, Duration age) {}
}
