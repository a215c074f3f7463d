package org.asterism.dispatcher.internal.netty;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests that wait for a target. Their number is bounded by who adds them. Safe for use by all threads. */
final class Waiting {

    private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();
    private final AtomicInteger size = new AtomicInteger();

    int size() {
        return size.get();
    }

    void add(Exchange exchange) {
        if (exchanges.add(exchange)) {
            size.incrementAndGet();
        }
    }

    void remove(Exchange exchange) {
        if (exchanges.remove(exchange)) {
            size.decrementAndGet();
        }
    }

    /** Everyone looks again, each on its own event loop. */
    void wakeAll() {
        exchanges.forEach(Exchange::wakeLater);
    }
}
