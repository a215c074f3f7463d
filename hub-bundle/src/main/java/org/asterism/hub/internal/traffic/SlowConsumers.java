package org.asterism.hub.internal.traffic;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.asterism.hub.internal.TrafficLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds those who do not keep up: warns, lets senders go on without them, and cuts off whoever is hopeless, so that nobody else
 * has to wait. If nobody keeps up, the senders are too fast, and wait. Thread-safe.
 */
final class SlowConsumers {

    private static final Logger LOG = LoggerFactory.getLogger(SlowConsumers.class);

    private final TrafficLimits limits;
    private final LongSupplier clock;
    private final Map<Port, Long> slowSince = new ConcurrentHashMap<>();
    private final AtomicLong cut = new AtomicLong();

    /** @param clock monotonic, in nanoseconds */
    SlowConsumers(TrafficLimits limits, LongSupplier clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Call it every few milliseconds. */
    void check(Collection<Port> ports) {
        slowSince.keySet().retainAll(ports);
        ports.forEach(this::check);
        if (slowSince.size() < ports.size()) {
            slowSince.forEach(this::leaveBehind);
        }
    }

    /** Something was added to what waits there: cut off at once if it is too much. */
    void added(Port port) {
        if (port.bytes() > limits.maxBytes()) {
            check(port);
        }
    }

    boolean isSlow(Port port) {
        return slowSince.containsKey(port);
    }

    int size() {
        return slowSince.size();
    }

    /** How many were cut off. */
    long cut() {
        return cut.get();
    }

    private void check(Port port) {
        long bytes = port.bytes();
        if (bytes > limits.slowBytes() && slowSince.putIfAbsent(port, clock.getAsLong()) == null) {
            port.meter().progress(); // the patience begins now, however long nothing was to be confirmed before
            LOG.warn("Member {} is slow: {} bytes wait for it; look at what its listeners do", port.name(), bytes);
        } else if (bytes < limits.slowBytes() / 2 && slowSince.remove(port) != null) {
            port.await(true);
            LOG.info("Member {} is no longer slow", port.name());
        }
        verdict(port, bytes).ifPresent(cause -> cutOff(port, cause));
    }

    private void leaveBehind(Port port, long since) {
        if (clock.getAsLong() - since > limits.stall().toNanos()) {
            port.await(false);
        }
    }

    private Optional<String> verdict(Port port, long bytes) {
        if (bytes > limits.maxBytes()) {
            return Optional.of("too slow: " + bytes + " bytes wait for it, at most " + limits.maxBytes() + " may");
        }
        return isSlow(port) && port.meter().sinceProgress().compareTo(limits.patience()) > 0
                ? Optional.of("too slow: " + bytes + " bytes wait for it and it has confirmed nothing for "
                        + limits.patience().toMillis() + " ms")
                : Optional.empty();
    }

    private void cutOff(Port port, String cause) {
        String name = port.name();
        if (port.cutOff(cause)) {
            cut.incrementAndGet();
            LOG.warn("Member {} is cut off, {}", name, cause);
        }
    }
}
