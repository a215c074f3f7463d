package org.asterism.samples.shop.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * This node's copies of stock levels. Safe for use by several threads.
 *
 * <ol>
 *   <li>A copy is not older than {@code maxAge}: a node that dies after it has changed the database tells nobody.
 *   <li>What was read before a product was dropped is not kept: see {@link #generation}.
 *   <li>There are at most {@code bound} copies; the least recently used one goes first.
 * </ol>
 */
public final class StockCache {

    private static final int INITIAL_SIZE = 16;
    private static final float LOAD_FACTOR = 0.75f;

    private record Copy(StockLevel level, long readAt) {}

    private final long maxAgeNanos;
    private final Map<Sku, Copy> copies;
    private long generation;

    public StockCache(Duration maxAge, int bound) {
        maxAgeNanos = maxAge.toNanos();
        copies = new LinkedHashMap<>(INITIAL_SIZE, LOAD_FACTOR, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Sku, Copy> eldest) {
                return size() > bound;
            }
        };
    }

    /** @param now nanoseconds of a monotonic clock */
    public synchronized Optional<StockLevel> get(Sku sku, long now) {
        return Optional.ofNullable(copies.get(sku))
                .filter(copy -> now - copy.readAt() < maxAgeNanos)
                .map(Copy::level);
    }

    /** To be asked for before the database is read. */
    public synchronized long generation() {
        return generation;
    }

    /** Keeps a copy, unless something was dropped since {@code asOf}. */
    public synchronized void put(StockLevel level, long asOf, long now) {
        if (asOf == generation) {
            copies.put(level.sku(), new Copy(level, now));
        }
    }

    public synchronized void drop(Sku sku) {
        generation++;
        copies.remove(sku);
    }

    public synchronized void dropAll() {
        generation++;
        copies.clear();
    }
}
