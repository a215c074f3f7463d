package org.asterism.dispatcher.internal.netty;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asterism.dispatcher.internal.Decision;
import org.asterism.dispatcher.internal.Place;
import org.asterism.dispatcher.internal.QueuePolicy;
import org.asterism.dispatcher.internal.WaitingLines.Ticket;

/** The wait of one exchange for a target. Used on its event loop, but for {@link #endLater} and {@link #grantLater}. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, and that is heard of
final class Wait {

    private final Exchange exchange;
    private final Loop loop;
    private final long since = System.nanoTime();
    private final long arrival;
    private Ticket<Wait> ticket;
    private Future<?> timer;
    private boolean begun;

    Wait(Exchange exchange, Loop loop) {
        this.exchange = exchange;
        this.loop = loop;
        this.arrival = loop.routing().lines().arrival();
    }

    /** Until a target takes it, or the time to look again. Returns false if it has waited long enough, or too many others do. */
    boolean begin(Decision.Wait later) {
        long now = System.nanoTime();
        QueuePolicy queue = loop.settings().queue();
        Ticket<Wait> next = new Ticket<>(later.application(), later.target(), arrival, this);
        if (!queue.admits(since, now) || !loop.routing().lines().add(next, queue.maxWaiting())) {
            return false;
        }
        if (!begun) {
            begun = true;
            loop.routing().queued(later.application());
        }
        ticket = next;
        long nanos = Math.max(0, Math.min(later.until() - now, queue.deadline(since) - now));
        timer = loop.executor().schedule(this::end, nanos, TimeUnit.NANOSECONDS);
        loop.routing().serve(later.application()); // a slot may have become free before it stood in line
        return true;
    }

    /** How long it has waited. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Looks again, if it still waits. */
    private void end() {
        if (timer != null) {
            cancel();
            exchange.dispatch();
        }
    }

    void endLater() {
        loop.executor().execute(this::end);
    }

    /** It was taken out of the line, and holds a slot. */
    void grantLater(Place place) {
        loop.executor().execute(() -> granted(place));
    }

    private void granted(Place place) {
        if (timer == null) {
            loop.routing().release(place);
        } else {
            cancel();
            exchange.send(place);
        }
    }

    void cancel() {
        if (timer != null) {
            loop.routing().lines().remove(ticket);
            timer.cancel(false);
            timer = null;
        }
    }
}
