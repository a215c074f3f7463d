package org.asterism.dispatcher.internal.netty;

import java.util.concurrent.TimeUnit;
import org.asterism.dispatcher.internal.Decision;
import org.asterism.dispatcher.internal.DispatchPolicy;
import org.asterism.dispatcher.internal.DispatcherMetrics;
import org.asterism.dispatcher.internal.Route;
import org.asterism.dispatcher.internal.Target;
import org.asterism.dispatcher.internal.TargetPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all event loops share: the pool, the policy, the requests that wait, the counts. Safe for use by all threads. */
final class Routing {

    private static final Logger LOG = LoggerFactory.getLogger(Routing.class);

    private final DispatchPolicy policy;
    private final DispatcherMetrics metrics;
    private final Waiting waiting = new Waiting();
    private volatile TargetPool pool;

    Routing(DispatchPolicy policy, DispatcherMetrics metrics, TargetPool pool) {
        this.policy = policy;
        this.metrics = metrics;
        this.pool = pool;
    }

    void pool(TargetPool next) {
        pool = next;
        waiting.wakeAll();
    }

    Waiting waiting() {
        return waiting;
    }

    DispatcherMetrics metrics() {
        return metrics;
    }

    Decision choose(Route route, long now) {
        return policy.choose(pool, route, now);
    }

    void succeeded(Target target) {
        if (target.succeeded()) {
            LOG.info("{}: ejected → admitted (it answers)", target.id());
            waiting.wakeAll();
        }
    }

    void failed(Target target, String cause, long now) {
        if (target.failed(now, policy.ejection())) {
            metrics.ejections.increment();
            long pause = TimeUnit.NANOSECONDS.toMillis(target.health().until() - now);
            LOG.info("{}: admitted → ejected for {} ms ({})", target.id(), pause, cause);
        }
    }
}
