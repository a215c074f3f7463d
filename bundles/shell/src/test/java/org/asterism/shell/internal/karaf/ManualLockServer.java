package org.asterism.shell.internal.karaf;

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

/** A lock server in which one session holds some locks for ever. */
final class ManualLockServer implements LockServer {

    private static final Distribution NONE = new Distribution(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final List<LockInfo> locks;

    LockFilter asked = LockFilter.ALL;
    final List<String> released = new ArrayList<>();

    ManualLockServer(List<LockKey> keys) {
        locks = keys.stream().map(ManualLockServer::held).toList();
    }

    private static LockInfo held(LockKey key) {
        return new LockInfo(
                key,
                List.of(new LockInfo.Holder(
                        new MemberId("a"), "s-1", "main#1", LockMode.EXCLUSIVE, 1, 17, Duration.ofMinutes(6))),
                List.of());
    }

    @Override
    public List<LockInfo> locks(LockFilter filter, int limit) {
        asked = filter;
        return locks.stream().limit(limit).toList();
    }

    @Override
    public List<LockInfo> overlapping(LockKey key) {
        return locks.stream().filter(lock -> lock.key().overlaps(key)).toList();
    }

    @Override
    public LockServerStatus status() {
        return new LockServerStatus(false, locks.size(), 0, 2, 0, 0, 0, 0);
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
