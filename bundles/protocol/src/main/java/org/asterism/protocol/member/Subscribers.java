package org.asterism.protocol.member;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.asterism.cluster.ClusterListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who hears of changes of the view, each in a queue of its own, in order. Thread-safe. */
final class Subscribers {

    /** How many changes may wait for one listener. */
    static final int CAPACITY = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Executor executor;

    Subscribers(Executor executor) {
        this.executor = executor;
    }

    AutoCloseable add(ClusterListener listener) {
        Subscription subscription = new Subscription(listener, new SerialQueue(executor, CAPACITY));
        subscriptions.add(subscription);
        return () -> end(subscription);
    }

    /** Call it in the order of the changes. Who subscribes later does not hear of them. */
    void tell(List<ViewChange> changes) {
        for (Subscription subscription : subscriptions) {
            if (!changes.stream().allMatch(subscription::offer)) {
                end(subscription);
                LOG.error(
                        "The cluster listener {} is {} changes behind and hears nothing more: find out what it waits for"
                                + " and restart its bundle",
                        subscription.listener.getClass().getName(),
                        CAPACITY);
            }
        }
    }

    private void end(Subscription subscription) {
        subscription.ended = true;
        subscriptions.remove(subscription);
    }

    /** By identity: the same listener may subscribe twice. */
    private static final class Subscription {

        private final ClusterListener listener;
        private final SerialQueue queue;
        private volatile boolean ended;

        Subscription(ClusterListener listener, SerialQueue queue) {
            this.listener = listener;
            this.queue = queue;
        }

        boolean offer(ViewChange change) {
            return queue.offer(() -> tell(change));
        }

        private void tell(ViewChange change) {
            if (ended) {
                return;
            }
            try {
                listener.changed(change.event(), change.before(), change.after());
            } catch (RuntimeException e) {
                LOG.error("A cluster listener failed on {}", change.event(), e);
            }
        }
    }
}
