package org.asterism.dispatcher.internal.osgi;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.asterism.cluster.MemberId;
import org.asterism.dispatcher.internal.StickyKey;
import org.asterism.dispatcher.internal.TargetPool;
import org.asterism.servernode.NodeStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a pool of the properties of all {@code ServerNode} services. If several services tell of one node, a local one is
 * believed, else the newest. Safe for use by all threads; pools are told in order.
 */
final class NodeTracker {

    private static final Logger LOG = LoggerFactory.getLogger(NodeTracker.class);

    private final Map<Long, Known> services = new TreeMap<>();
    private final Map<Long, String> invalid = new HashMap<>();
    private TargetPool pool;
    private Consumer<TargetPool> listener = ignored -> {};

    NodeTracker(String ownInstance, StickyKey key) {
        this.pool = TargetPool.empty(ownInstance, key);
    }

    private record Known(NodeStatus status, boolean imported) {}

    synchronized TargetPool pool() {
        return pool;
    }

    /** The pool now, and each later one, goes to the listener. */
    synchronized void listen(Consumer<TargetPool> changes) {
        listener = changes;
        changes.accept(pool);
    }

    /** A service is there, or has changed. */
    synchronized void put(long service, Map<String, ?> properties, boolean imported) {
        try {
            NodeStatus status = NodeStatus.ofProperties(properties);
            TargetPool.requireValid(status);
            invalid.remove(service);
            log(services.put(service, new Known(status, imported)), status);
        } catch (IllegalArgumentException e) {
            services.remove(service);
            skip(service, String.valueOf(e.getMessage()));
        }
        changed();
    }

    private void skip(long service, String reason) {
        if (!reason.equals(invalid.put(service, reason))) {
            LOG.warn("a ServerNode service is skipped ({}): {}", service, reason);
        }
    }

    synchronized void remove(long service) {
        invalid.remove(service);
        Known gone = services.remove(service);
        if (gone != null) {
            LOG.info(
                    "{}: {} → unknown (its service is gone)",
                    gone.status().id(),
                    gone.status().state());
            changed();
        }
    }

    private void changed() {
        pool = pool.with(nodes());
        listener.accept(pool);
    }

    private Collection<NodeStatus> nodes() {
        Map<MemberId, Known> nodes = new TreeMap<>();
        for (Known known : services.values()) {
            nodes.merge(
                    known.status().id(),
                    known,
                    (before, after) -> after.imported() && !before.imported() ? before : after);
        }
        return nodes.values().stream().map(Known::status).toList();
    }

    private static void log(Known before, NodeStatus now) {
        Object from = before == null ? "unknown" : before.status().state();
        if (!from.equals(now.state())) {
            LOG.info(
                    "{}: {} → {} {} at {}",
                    now.id(),
                    from,
                    now.state(),
                    now.applications(),
                    now.url().map(Object::toString).orElse("no address yet"));
        }
    }
}
