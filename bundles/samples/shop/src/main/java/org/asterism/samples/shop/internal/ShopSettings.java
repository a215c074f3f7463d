package org.asterism.samples.shop.internal;

import java.time.Duration;

/**
 * @param lockWait how long a customer waits for the lock of a product; longer than the hub needs to restart, so that a restart
 *     costs time and not the order
 * @param cacheAge how old this node's copy of a stock level may be
 * @param cacheSize how many copies this node keeps
 * @param events how many events are shown
 */
public record ShopSettings(Duration lockWait, Duration cacheAge, int cacheSize, int events) {

    public ShopSettings {
        requirePositive("lock.wait.millis", lockWait.toMillis());
        requirePositive("cache.age.millis", cacheAge.toMillis());
        requirePositive("cache.size", cacheSize);
        requirePositive("events", events);
    }

    private static void requirePositive(String key, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(key + " must be positive: " + value);
        }
    }
}
