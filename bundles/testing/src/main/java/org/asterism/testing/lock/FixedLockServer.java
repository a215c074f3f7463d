package org.asterism.testing.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.MemberId;
import org.asterism.lock.Deadlock;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockServer;
import org.asterism.lock.LockServerStatus;
import org.asterism.lock.LockStatistics;
import org.asterism.lock.LockStatistics.Distribution;
import org.asterism.lock.LongHeldLocks;

/** A lock server whose locks never change, to be looked at. Remembers what it was asked. */
public final class FixedLockServer implements LockServer {

    private static final Distribution NONE = new Distribution(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final List<LockInfo> locks;
    private final List<String> released = new ArrayList<>();
    private LockFilter asked = LockFilter.ALL;

    /** Each is held by {@code a/1} with the largest token since six minutes. */
    public FixedLockServer(LockKey... keys) {
        locks = List.of(keys).stream().map(FixedLockServer::held).toList();
    }

    private static LockInfo held(LockKey key) {
        MemberId member = MemberId.ofNode("a", 1);
        Duration age = Duration.ofMinutes(6);
        return new LockInfo(
                key,
                List.of(new LockInfo.Holder(member, "s-1", "main#1", LockMode.EXCLUSIVE, 1, Long.MAX_VALUE, age)),
                List.of());
    }

    /** By what the locks were filtered last; nothing is. */
    public LockFilter asked() {
        return asked;
    }

    /** The key, who wanted it and why, of every release. */
    public List<String> released() {
        return List.copyOf(released);
    }

    @Override
    public List<LockInfo> locks(LockFilter filter, int limit) {
        asked = filter;
        return locks.stream().limit(limit).toList();
    }

    @Override
    public List<LockInfo> overlapping(LockKey key, int limit) {
        return locks.stream()
                .filter(lock -> lock.key().overlaps(key))
                .limit(limit)
                .toList();
    }

    /** The first one, of more than five minutes. */
    @Override
    public LongHeldLocks longHeld() {
        return new LongHeldLocks(Duration.ofMinutes(5), 3, locks.subList(0, Math.min(1, locks.size())));
    }

    @Override
    public LockServerStatus status() {
        return new LockServerStatus(false, locks.size(), 0, locks.size(), 0, 0, 0, 0);
    }

    @Override
    public LockStatistics statistics() {
        return new LockStatistics(
                status(), 2, 0, 2, 1, Duration.ZERO, 0, 0, 0, 0, NONE, NONE, Map.of(), List.of(), List.of());
    }

    @Override
    public List<Deadlock> deadlocks() {
        return List.of();
    }

    @Override
    public int release(LockKey key, String by, String reason) {
        released.add(key + " " + by + " " + reason);
        return (int) locks.stream().filter(lock -> lock.key().equals(key)).count();
    }
}
