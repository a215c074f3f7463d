package org.asterism.hub.internal.traffic;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.asterism.hub.internal.TrafficLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds those who do not keep up: warns, and cuts off whoever is hopeless so that nobody else has to wait. Thread-safe. */
final class SlowConsumers {

    private static final Logger LOG = LoggerFactory.getLogger(SlowConsumers.class);

    private final TrafficLimits limits;
    private final Set<Port> slow = ConcurrentHashMap.newKeySet();
    private final AtomicLong cut = new AtomicLong();

    SlowConsumers(TrafficLimits limits) {
        this.limits = limits;
    }

    /** Call it every few milliseconds. */
    void check(Collection<Port> ports) {
        slow.retainAll(ports);
        ports.forEach(this::check);
    }

    /** Something was added to what waits there: cut off at once if it is too much. */
    void added(Port port) {
        if (port.bytes() > limits.maxBytes()) {
            check(port);
        }
    }

    boolean isSlow(Port port) {
        return slow.contains(port);
    }

    int size() {
        return slow.size();
    }

    /** How many were cut off. */
    long cut() {
        return cut.get();
    }

    private void check(Port port) {
        long bytes = port.bytes();
        if (bytes > limits.slowBytes() && slow.add(port)) {
            LOG.warn("Member {} is slow: {} bytes wait for it; look at what its listeners do", name(port), bytes);
        } else if (bytes < limits.slowBytes() / 2 && slow.remove(port)) {
            LOG.info("Member {} is no longer slow", name(port));
        }
        verdict(port, bytes).ifPresent(cause -> cutOff(port, cause));
    }

    private Optional<String> verdict(Port port, long bytes) {
        if (bytes > limits.maxBytes()) {
            return Optional.of("too slow: " + bytes + " bytes wait for it, at most " + limits.maxBytes() + " may");
        }
        return slow.contains(port) && port.meter().sinceProgress().compareTo(limits.patience()) > 0
                ? Optional.of("too slow: " + bytes + " bytes wait for it and it has confirmed nothing for "
                        + limits.patience().toMillis() + " ms")
                : Optional.empty();
    }

    private void cutOff(Port port, String cause) {
        if (port.cutOff(cause)) {
            cut.incrementAndGet();
            LOG.warn("Member {} is cut off, {}", name(port), cause);
        }
    }

    private static String name(Port port) {
        return port.name();
    }
}
