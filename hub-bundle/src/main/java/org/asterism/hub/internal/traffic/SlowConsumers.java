package org.asterism.hub.internal.traffic;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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
    private final Set<Port> slow = ConcurrentHashMap.newKeySet();
    private final AtomicLong cut = new AtomicLong();

    SlowConsumers(TrafficLimits limits) {
        this.limits = limits;
    }

    /** Call it every few milliseconds. */
    void check(Collection<Port> ports) {
        slow.retainAll(ports);
        ports.forEach(this::check);
        if (slow.size() < ports.size()) {
            slow.forEach(this::leaveBehind);
        }
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
            port.meter().progress(); // the patience begins now, however long nothing was to be confirmed before
            LOG.warn("Member {} is slow: {} bytes wait for it; look at what its listeners do", port.name(), bytes);
        } else if (bytes < limits.slowBytes() / 2 && slow.remove(port)) {
            port.await(true);
            LOG.info("Member {} is no longer slow", port.name());
        }
        verdict(port, bytes).ifPresent(cause -> cutOff(port, cause));
    }

    private void leaveBehind(Port port) {
        if (port.meter().sinceProgress().compareTo(limits.stall()) > 0) {
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
