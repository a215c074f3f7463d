package org.asterism.hub.internal.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

/** A lock server in which two locks are held, whatever is asked for. */
final class FixedLockServer implements LockServer {

    private static final Distribution NONE = new Distribution(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    LockFilter asked = LockFilter.ALL;

    private static Stream<LockInfo> held() {
        return Stream.of(LockKey.of("shop", "order", "2026", LockKey.ANY), LockKey.of("shop", "product"))
                .map(key -> new LockInfo(
                        key,
                        List.of(new LockInfo.Holder(
                                MemberId.ofNode("a", 1),
                                "s-1",
                                "main#1",
                                LockMode.EXCLUSIVE,
                                1,
                                Long.MAX_VALUE,
                                Duration.ofMinutes(6))),
                        List.of()));
    }

    @Override
    public List<LockInfo> locks(LockFilter filter, int limit) {
        asked = filter;
        return held().limit(limit).toList();
    }

    @Override
    public List<LockInfo> overlapping(LockKey key) {
        return held().filter(lock -> lock.key().overlaps(key)).toList();
    }

    @Override
    public LockServerStatus status() {
        return new LockServerStatus(false, 2, 0, 2, 0, 0, 0, 0);
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
        throw new AssertionError("the HTTP port only reads");
    }
}
