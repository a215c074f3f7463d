package org.asterism.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.MemberId;
import org.asterism.lock.Deadlock;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockServerStatus;
import org.asterism.lock.LockStatistics;
import org.asterism.lock.LockStatistics.Distribution;
import org.junit.jupiter.api.Test;

class LockDocumentTest {

    private static final MemberId NODE = MemberId.ofNode("a", 1);
    private static final LockKey KEY = LockKey.of("shop", "order", "2026", "*");

    @Test
    void aTokenIsNotRounded() {
        LockInfo lock = new LockInfo(
                KEY,
                List.of(new LockInfo.Holder(
                        NODE, "s-1", "main#1", LockMode.EXCLUSIVE, 2, (1L << 53) + 1, Duration.ofMillis(250))),
                List.of(new LockInfo.Waiter(NODE, "s-2", "s-2", LockMode.SHARED, Duration.ofSeconds(12))));

        assertThat(JsonText.compact(LockDocument.locks(List.of(lock))))
                .isEqualTo("[{\"key\":\"shop:order[2026, *]\",\"namespace\":\"shop\",\"name\":\"order\","
                        + "\"arguments\":[\"2026\",\"*\"],\"holders\":[{\"member\":\"a/1\",\"session\":\"s-1\","
                        + "\"party\":\"main#1\",\"mode\":\"EXCLUSIVE\",\"count\":2,\"fencingToken\":\"9007199254740993\","
                        + "\"ageMillis\":250}],\"waiters\":[{\"member\":\"a/1\",\"session\":\"s-2\",\"party\":\"s-2\","
                        + "\"mode\":\"SHARED\",\"ageMillis\":12000}]}]");
    }

    @Test
    void aDeadlockHasAVictimOrNone() {
        List<Deadlock.Link> cycle = List.of(new Deadlock.Link(
                NODE, "s-1", "main#1", KEY, LockMode.SHARED, Duration.ofMillis(3), List.of("x.Y.z(Y.java:1)")));

        assertThat(JsonText.compact(LockDocument.deadlocks(List.of(new Deadlock(cycle, 0), new Deadlock(cycle, -1)))))
                .startsWith("[{\"victim\":0,\"cycle\":[{\"member\":\"a/1\",\"session\":\"s-1\",\"party\":\"main#1\","
                        + "\"waitsFor\":{\"key\":\"shop:order[2026, *]\",\"namespace\":\"shop\",\"name\":\"order\","
                        + "\"arguments\":[\"2026\",\"*\"]},\"mode\":\"SHARED\",\"ageMillis\":3,"
                        + "\"stack\":[\"x.Y.z(Y.java:1)\"]}]},{\"victim\":null,")
                .endsWith("}]}]");
    }

    @Test
    void statisticsHaveEverything() {
        LockStatistics statistics = new LockStatistics(
                new LockServerStatus(true, 1, 2, 3, 4, 5, 6, 7),
                8,
                9,
                10,
                11,
                Duration.ofSeconds(12),
                13,
                14,
                15,
                16,
                new Distribution(17, Duration.ofNanos(18_900), Duration.ofMillis(19), Duration.ofSeconds(20)),
                new Distribution(21, Duration.ZERO, Duration.ZERO, Duration.ZERO),
                Map.of("shop", new LockStatistics.NamespaceCounts(22, 23, 24)),
                List.of(new LockStatistics.OwnerCount("a/1", 25)),
                List.of("locks"));

        assertThat(JsonText.compact(LockStatisticsDocument.of(statistics)))
                .isEqualTo(
                        "{\"status\":{\"grace\":true,\"held\":1,\"waiting\":2,\"granted\":3,\"released\":4,\"timedOut\":5,"
                                + "\"refused\":6,\"lost\":7},\"peakHeld\":8,\"peakWaiting\":9,\"entries\":10,\"owners\":11,"
                                + "\"oldestMillis\":12000,\"waited\":13,\"forced\":14,\"promoted\":15,\"deadlocks\":16,"
                                + "\"holding\":{\"count\":17,\"p50Micros\":18,\"p99Micros\":19000,\"maxMicros\":20000000},"
                                + "\"waiting\":{\"count\":21,\"p50Micros\":0,\"p99Micros\":0,\"maxMicros\":0},"
                                + "\"namespaces\":{\"shop\":{\"held\":22,\"waiting\":23,\"granted\":24}},"
                                + "\"topOwners\":[{\"member\":\"a/1\",\"locks\":25}],\"overflows\":[\"locks\"]}");
    }
}
