package org.asterism.protocol.member;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.asterism.cluster.ClusterListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who hears of changes of the view: one queue for all of them, in order. Thread-safe. */
final class Subscribers {

    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);
    private static final int CAPACITY = 100_000;

    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final SerialQueue queue;

    Subscribers(Executor executor) {
        this.queue = new SerialQueue(executor, CAPACITY);
    }

    AutoCloseable add(ClusterListener listener) {
        Subscription subscription = new Subscription(listener);
        subscriptions.add(subscription);
        return () -> subscriptions.remove(subscription);
    }

    /** Call it in the order of the changes. Who subscribes later does not hear of them. */
    void tell(List<ViewChange> changes) {
        List<Subscription> hearing = List.copyOf(subscriptions);
        if (!changes.isEmpty() && !queue.offer(() -> changes.forEach(change -> tell(hearing, change)))) {
            LOG.error("Cluster listeners are stuck: {} changes were not told; restart this container", changes.size());
        }
    }

    private void tell(List<Subscription> hearing, ViewChange change) {
        for (Subscription subscription : hearing) {
            if (subscriptions.contains(subscription)) {
                tell(subscription.listener(), change);
            }
        }
    }

    private static void tell(ClusterListener listener, ViewChange change) {
        try {
            listener.changed(change.event(), change.before(), change.after());
        } catch (RuntimeException e) {
            LOG.error("A cluster listener failed on {}", change.event(), e);
        }
    }

    /** By identity: the same listener may subscribe twice. */
    private static final class Subscription {
        private final ClusterListener listener;

        Subscription(ClusterListener listener) {
            this.listener = listener;
        }

        ClusterListener listener() {
            return listener;
        }
    }
}
