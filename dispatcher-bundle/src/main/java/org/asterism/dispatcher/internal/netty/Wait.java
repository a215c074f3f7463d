package org.asterism.dispatcher.internal.netty;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asterism.dispatcher.internal.QueuePolicy;

/** The wait of one exchange for a target. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class Wait {

    private final Exchange exchange;
    private final Loop loop;
    private Future<?> timer;
    private long since;
    private boolean begun;

    Wait(Exchange exchange, Loop loop) {
        this.exchange = exchange;
        this.loop = loop;
    }

    /** Until then, or a change of the pool. Returns false if it has waited long enough, or too many others do. */
    boolean begin(long until) {
        long now = System.nanoTime();
        QueuePolicy queue = loop.settings().queue();
        if (!begun) {
            begun = true;
            since = now;
            loop.routing().metrics().queued.increment();
        }
        if (!queue.admits(waiting().size(), since, now)) {
            return false;
        }
        waiting().add(exchange);
        long nanos = Math.max(0, Math.min(until - now, queue.deadline(since) - now));
        timer = loop.executor().schedule(this::end, nanos, TimeUnit.NANOSECONDS);
        return true;
    }

    /** Looks again, if it still waits. */
    void end() {
        if (timer != null) {
            cancel();
            exchange.dispatch();
        }
    }

    void cancel() {
        if (timer != null) {
            waiting().remove(exchange);
            timer.cancel(false);
            timer = null;
        }
    }

    private Waiting waiting() {
        return loop.routing().waiting();
    }
}
