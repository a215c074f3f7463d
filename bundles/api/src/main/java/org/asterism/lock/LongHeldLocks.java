package org.asterism.lock;

import java.time.Duration;
import java.util.List;

/**
 * The alarm for locks that are held for too long.
 *
 * @param age from which on a lock is held for too long; zero if there is no alarm
 * @param grants how many grants grew so old since the hub began; each is counted once
 * @param locks those of a moment ago, of the hundred oldest grants, the oldest first; with all who hold them and wait for them
 */
public record LongHeldLocks(Duration age, long grants, List<LockInfo> locks) {

    /** There is no alarm. */
    public static final LongHeldLocks NONE = new LongHeldLocks(Duration.ZERO, 0, List.of());

    public LongHeldLocks {
        locks = List.copyOf(locks);
    }
}
