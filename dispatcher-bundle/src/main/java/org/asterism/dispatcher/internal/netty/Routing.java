package org.asterism.dispatcher.internal.netty;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.asterism.dispatcher.MaintenanceNotice;
import org.asterism.dispatcher.internal.AccessEntry;
import org.asterism.dispatcher.internal.Decision;
import org.asterism.dispatcher.internal.DispatchPolicy;
import org.asterism.dispatcher.internal.DispatcherMetrics;
import org.asterism.dispatcher.internal.MaintenanceBoard;
import org.asterism.dispatcher.internal.Place;
import org.asterism.dispatcher.internal.RetryBudget;
import org.asterism.dispatcher.internal.Route;
import org.asterism.dispatcher.internal.Target;
import org.asterism.dispatcher.internal.TargetPool;
import org.asterism.dispatcher.internal.WaitingLines;
import org.asterism.dispatcher.internal.files.AccessLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all event loops share: the pool, the policy, the requests that wait, the counts. Safe for use by all threads. */
final class Routing {

    private static final Logger LOG = LoggerFactory.getLogger(Routing.class);
    private static final Duration LEAST_PAUSE = Duration.ofMillis(100);
    private static final Duration MOST_PAUSE = Duration.ofSeconds(5);

    private final DispatchPolicy policy;
    private final DispatcherMetrics metrics;
    private final RetryBudget budget;
    private final WaitingLines<Wait> lines = new WaitingLines<>();
    private final AccessLog log;
    private volatile MaintenanceBoard board = MaintenanceBoard.EMPTY;
    private volatile TargetPool pool;

    /** @param log null if requests are not logged */
    Routing(DispatchPolicy policy, RetryBudget budget, DispatcherMetrics metrics, AccessLog log, TargetPool pool) {
        this.log = log;
        this.policy = policy;
        this.budget = budget;
        this.metrics = metrics;
        this.pool = pool;
    }

    void pool(TargetPool next) {
        pool = next;
        wakeAll();
    }

    void board(MaintenanceBoard next) {
        board = next;
        wakeAll();
    }

    MaintenanceBoard board() {
        return board;
    }

    /** What is to be shown to a request instead of an answer; null if nothing is. */
    MaintenanceNotice maintenance(String path) {
        MaintenanceBoard current = board;
        return current.isEmpty() ? null : current.of(path, pool.applicationPathOf(path));
    }

    TargetPool pool() {
        return pool;
    }

    DispatchPolicy policy() {
        return policy;
    }

    WaitingLines<Wait> lines() {
        return lines;
    }

    boolean logs() {
        return log != null;
    }

    void log(AccessEntry entry) {
        log.add(entry);
    }

    DispatcherMetrics metrics() {
        return metrics;
    }

    Decision choose(Route route, long now) {
        return policy.choose(pool, route, now);
    }

    // ---- slots

    /** An answer has begun, that long after the request was sent. */
    void answered(Place place, long took, long now) {
        place.slots().answered(took, now, policy.limit());
        release(place);
    }

    /** A slot is free again: who waits longest for it gets it. */
    void release(Place place) {
        place.slots().release();
        if (!lines.isEmpty()) {
            pool.now(place.target()).ifPresent(target -> serve(target.place(place.application())));
        }
    }

    /** Gives what is free for an application to those who wait for it. */
    void serve(String application) {
        for (Place place : pool.places(application)) {
            serve(place);
        }
    }

    private void serve(Place place) {
        Target target = place.target();
        while (target.takesSticky()
                && !target.health().ejected()
                && target.isAt(place.application())
                && place.slots().tryAcquire(policy.limit())) {
            Wait next = lines.poll(place.application(), target.id().value(), target.takesNew());
            if (next == null) {
                place.slots().release();
                return;
            }
            next.grantLater(place);
        }
    }

    private void wakeAll() {
        lines.all().forEach(Wait::endLater);
    }

    // ---- waiting

    void queued(String application) {
        metrics.queued.increment();
        lines.queued(application);
    }

    /** A request could not wait, or no longer. Returns when the client may come again: as long as others wait now. */
    Duration rejected(String application, Duration waited) {
        metrics.rejected.increment();
        lines.rejected(application);
        return waited.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : waited.compareTo(MOST_PAUSE) > 0 ? MOST_PAUSE : waited;
    }

    // ---- failures

    /** Whether a request that was perhaps processed may be sent again; if so it counts. */
    boolean mayRetry(long now) {
        boolean may = budget.withdraw(metrics.requests.sum(), now);
        if (!may) {
            metrics.retriesRefused.increment();
        }
        return may;
    }

    void tick(long now) {
        budget.tick(metrics.requests.sum(), now);
    }

    void succeeded(Target target) {
        if (target.succeeded()) {
            LOG.info("{}: ejected → admitted (it answers)", target.id());
            wakeAll();
        }
    }

    void failed(Target target, String cause, long now) {
        if (target.failed(cause, now, policy.ejection())) {
            metrics.ejections.increment();
            long pause = TimeUnit.NANOSECONDS.toMillis(target.health().until() - now);
            LOG.info("{}: admitted → ejected for {} ms ({})", target.id(), pause, cause);
        }
    }
}
