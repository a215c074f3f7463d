package org.asterism.samples.shop.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StockCacheTest {

    private static final Sku A = new Sku("a");
    private static final Sku B = new Sku("b");
    private static final Sku C = new Sku("c");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final StockCache cache = new StockCache(Duration.ofSeconds(10), 2);

    private void put(Sku sku, long stock) {
        cache.put(new StockLevel(sku, stock), cache.generation(), 0);
    }

    @Test
    void keepsACopyForAWhile() {
        put(A, 5);
        assertThat(cache.get(A, 9 * SECOND)).contains(new StockLevel(A, 5));
        assertThat(cache.get(A, 10 * SECOND)).isEmpty();
    }

    @Test
    void forgetsWhatIsDropped() {
        put(A, 5);
        put(B, 6);
        cache.drop(A);
        assertThat(cache.get(A, 0)).isEmpty();
        assertThat(cache.get(B, 0)).isPresent();
        cache.dropAll();
        assertThat(cache.get(B, 0)).isEmpty();
    }

    @Test
    void doesNotKeepWhatWasReadBeforeADrop() {
        long asOf = cache.generation();
        cache.drop(A);
        cache.put(new StockLevel(A, 5), asOf, 0);
        assertThat(cache.get(A, 0)).isEmpty();
    }

    @Test
    void dropsTheLeastRecentlyUsedFirst() {
        put(A, 1);
        put(B, 2);
        assertThat(cache.get(A, 0)).isPresent();
        put(C, 3);
        assertThat(cache.get(B, 0)).isEmpty();
        assertThat(cache.get(A, 0)).isPresent();
        assertThat(cache.get(C, 0)).isPresent();
    }
}
