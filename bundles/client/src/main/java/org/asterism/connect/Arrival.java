package org.asterism.connect;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until a member is in the cluster and knows it. */
final class Arrival {

    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    private Arrival() {}

    /** Whether it does in time. */
    static boolean await(ClusterService cluster, Duration timeout) throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        AutoCloseable subscription = cluster.subscribe((event, before, after) -> {
            if (isIn(after, cluster)) {
                arrived.countDown();
            }
        });
        try {
            return isIn(cluster.view(), cluster) || arrived.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            end(subscription);
        }
    }

    private static boolean isIn(ClusterView view, ClusterService cluster) {
        return !view.stale() && view.member(cluster.self()).isPresent();
    }

    private static void end(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.warn("A subscription could not be ended", e);
        }
    }
}
