package org.asterism.lock.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asterism.lock.internal.TableFixture.A;
import static org.asterism.lock.internal.TableFixture.B;
import static org.asterism.lock.internal.TableFixture.KEY;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockStatistics;
import org.asterism.lock.LockStatistics.Distribution;
import org.asterism.lock.LockStatistics.NamespaceCounts;
import org.asterism.lock.LockStatistics.OwnerCount;
import org.junit.jupiter.api.Test;

class LockStatisticsTest {

    private final TableFixture table = TableFixture.open();

    @Test
    void countsWhatHappens() {
        table.acquire(A, 1, LockMode.EXCLUSIVE);
        table.now = Duration.ofSeconds(1);
        table.acquire(B, 1, LockMode.EXCLUSIVE);
        table.acquire(B, "b", 2, LockKey.of("other", "x"), LockMode.SHARED);
        table.now = Duration.ofSeconds(3);
        table.release(A, 1);
        table.now = Duration.ofSeconds(4);
        LockStatistics statistics = table.table.statistics(table.now);
        assertThat(statistics.now()).isEqualTo(table.table.status());
        assertThat(statistics.peakHeld()).isEqualTo(2);
        assertThat(statistics.peakWaiting()).isEqualTo(1);
        assertThat(statistics.entries()).isEqualTo(2);
        assertThat(statistics.owners()).isEqualTo(2);
        assertThat(statistics.oldest()).isEqualTo(Duration.ofSeconds(3));
        assertThat(statistics.waited()).isEqualTo(1);
        assertThat(statistics.holding().max()).isEqualTo(Duration.ofSeconds(3));
        assertThat(statistics.waiting().max()).isEqualTo(Duration.ofSeconds(2));
        assertThat(statistics.namespaces())
                .containsEntry("test", new NamespaceCounts(1, 0, 2))
                .containsEntry("other", new NamespaceCounts(1, 0, 1));
        assertThat(statistics.topOwners()).containsExactly(new OwnerCount("b", 2));
    }

    @Test
    void countsAHundredNamespacesByName() {
        for (int i = 0; i < 150; i++) {
            table.acquire(A, "s", i, LockKey.of("n" + i, "x"), LockMode.SHARED);
        }
        LockStatistics statistics = table.table.statistics(table.now);
        assertThat(statistics.namespaces()).hasSize(101).containsEntry("…", new NamespaceCounts(50, 0, 50));
        assertThat(statistics.owners()).isEqualTo(1);
    }

    @Test
    void percentilesAreUpperBoundsWithinAnEighth() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long[] values = LongStream.generate(() -> random.nextLong() >>> (1 + random.nextInt(62)))
                .limit(1000)
                .sorted()
                .toArray();
        Histogram histogram = new Histogram();
        for (long value : values) {
            histogram.add(value);
        }
        Distribution distribution = histogram.distribution();
        assertThat(distribution.max()).isEqualTo(Duration.ofNanos(values[999]));
        assertThat(distribution.p50().toNanos())
                .as("seed %s", seed)
                .isBetween(values[499], values[499] + values[499] / 8);
        assertThat(distribution.p99().toNanos())
                .as("seed %s", seed)
                .isBetween(values[989], values[989] + values[989] / 8);
        assertThat(new Histogram().distribution())
                .isEqualTo(new Distribution(0, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void listsWhatPassesTheFilterInTheOrderOfKeys() {
        table.acquire(A, "a", 1, LockKey.of("n", "b", "2"), LockMode.SHARED);
        table.acquire(B, "b", 1, LockKey.of("n", "b", "1"), LockMode.SHARED);
        table.now = Duration.ofSeconds(2);
        table.acquire(A, "a", 2, LockKey.of("n", "a"), LockMode.SHARED);
        table.acquire(A, "a", 3, KEY, LockMode.SHARED);
        table.acquire(A, "a", 4, KEY, LockMode.EXCLUSIVE);
        assertThat(keys(LockFilter.ALL)).isEqualTo("n:a[] n:b[1] n:b[2] test:key[]");
        assertThat(table.table.locks(LockFilter.ALL, 2, table.now).all(table.now))
                .hasSize(2)
                .last()
                .satisfies(lock -> assertThat(lock.key()).isEqualTo(LockKey.of("n", "b", "1")));
        assertThat(keys(filter("n", "b", null, null))).isEqualTo("n:b[1] n:b[2]");
        assertThat(keys(filter(null, null, "b", null))).isEqualTo("n:b[1]");
        assertThat(keys(filter(null, null, null, Duration.ofSeconds(1)))).isEqualTo("n:b[1] n:b[2]");
        assertThat(table.table.overlapping(KEY, 10).all(table.now).get(0).holders())
                .singleElement()
                .satisfies(holder -> {
                    assertThat(holder.count()).isEqualTo(2);
                    assertThat(holder.mode()).isEqualTo(LockMode.EXCLUSIVE);
                });
    }

    @Test
    void whatIsThereAllTheTimeIsListed() {
        TableFixture large = new TableFixture(new Bounds(10_000, 10, 10_000));
        large.openForAll();
        for (int i = 0; i < 5_000; i++) {
            large.acquire(A, "a", i, LockKey.of("n", "b", "" + i), LockMode.SHARED);
        }
        Listing listing = large.table.overlapping(LockKey.of("n", "b", LockKey.ANY), 5_000);
        for (int i = 0; i < 5_000; i++) {
            if (i % 500 != 0) {
                large.release(A, i);
            }
            if (i % 1_000 == 0) {
                assertThat(listing.advance(large.now)).isTrue();
            }
        }
        assertThat(listing.all(large.now)).extracting(LockInfo::key).contains(keysOfEach(500));
    }

    private static LockKey[] keysOfEach(int step) {
        return IntStream.range(0, 5_000 / step)
                .mapToObj(i -> LockKey.of("n", "b", "" + i * step))
                .toArray(LockKey[]::new);
    }

    @Test
    void listsWhatOverlapsWithinTheLimit() {
        table.acquire(A, "a", 1, LockKey.of("n", "b", "2", "x"), LockMode.SHARED);
        table.acquire(A, "a", 2, LockKey.of("n", "b", "1", "x"), LockMode.SHARED);
        table.acquire(A, "a", 3, LockKey.of("n", "b", LockKey.ANY, "x"), LockMode.SHARED);
        table.acquire(A, "a", 4, LockKey.of("n", "b", "1", "y"), LockMode.SHARED);
        assertThat(overlapping(LockKey.of("n", "b", "1", "x"), 9)).isEqualTo("n:b[*, x] n:b[1, x]");
        assertThat(overlapping(LockKey.of("n", "b", "1", "x"), 1)).isEqualTo("n:b[*, x]");
        assertThat(overlapping(LockKey.of("n", "b", "1", LockKey.ANY), 9)).isEqualTo("n:b[*, x] n:b[1, x] n:b[1, y]");
        assertThat(overlapping(LockKey.of("n", "b", "1", LockKey.ANY), 2)).isEqualTo("n:b[*, x] n:b[1, x]");
    }

    /** It would be 65,536 places to look at, so it is done in steps. */
    @Test
    void whatOverlapsWithVeryLongKeysIsFoundToo() {
        String[] plain = new String[16];
        Arrays.fill(plain, "1");
        String[] area = plain.clone();
        area[15] = LockKey.ANY;
        String[] other = plain.clone();
        other[15] = "2";
        table.acquire(A, "a", 1, LockKey.of("n", "long", plain), LockMode.SHARED);
        table.acquire(A, "a", 2, LockKey.of("n", "long", area), LockMode.SHARED);
        table.acquire(A, "a", 3, LockKey.of("n", "long", other), LockMode.SHARED);
        assertThat(table.table.overlapping(LockKey.of("n", "long", plain), 9).all(table.now))
                .extracting(LockInfo::key)
                .containsExactlyInAnyOrder(LockKey.of("n", "long", plain), LockKey.of("n", "long", area));
    }

    private String overlapping(LockKey key, int limit) {
        return text(table.table.overlapping(key, limit).all(table.now));
    }

    @Test
    void whatIsHeldLongestComesFirst() {
        table.acquire(A, "a", 1, LockKey.of("n", "b"), LockMode.SHARED);
        table.acquire(B, "b", 1, LockKey.of("n", "b"), LockMode.SHARED);
        table.now = Duration.ofSeconds(1);
        table.acquire(A, "a", 2, LockKey.of("n", "a"), LockMode.SHARED);
        table.now = Duration.ofSeconds(2);
        table.acquire(A, "a", 3, KEY, LockMode.SHARED);
        table.now = Duration.ofSeconds(3);
        Duration age = Duration.ofSeconds(2);
        assertThat(text(table.table.heldLongest(age, 9, table.now))).isEqualTo("n:b[] n:a[]");
        assertThat(text(table.table.heldLongest(age, 2, table.now))).isEqualTo("n:b[]");
        table.release(A, 1);
        assertThat(text(table.table.heldLongest(age, 2, table.now))).isEqualTo("n:b[] n:a[]");
        assertThat(table.table.heldLongest(Duration.ofSeconds(4), 9, table.now)).isEmpty();
    }

    private static LockFilter filter(String namespace, String name, String owner, Duration age) {
        return new LockFilter(
                Optional.ofNullable(namespace),
                Optional.ofNullable(name),
                Optional.ofNullable(owner),
                Optional.ofNullable(age));
    }

    private String keys(LockFilter filter) {
        return text(table.table.locks(filter, 100, table.now).all(table.now));
    }

    private static String text(List<LockInfo> locks) {
        return locks.stream().map(lock -> lock.key().toString()).collect(Collectors.joining(" "));
    }
}
