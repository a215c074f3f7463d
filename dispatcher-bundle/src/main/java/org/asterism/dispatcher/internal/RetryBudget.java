package org.asterism.dispatcher.internal;

import java.time.Duration;

/**
 * Bounds how much load retries add when many requests fail: of the requests of the last seconds only a share may be sent again, and
 * a few for each second whatever the load. After Finagle's {@code RetryBudget}
 * (https://twitter.github.io/finagle/docs/com/twitter/finagle/service/RetryBudget.html). Safe for use by all threads.
 */
public final class RetryBudget {

    /** How long a request counts, in seconds. */
    static final int WINDOW = 10;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final double share;
    private final int perSecond;
    private final long begin;
    private final long[] requests = new long[WINDOW];
    private final long[] retries = new long[WINDOW];
    private long second;
    private long total;

    /**
     * @param share of the requests that may be sent again
     * @param perSecond how many may besides
     */
    public RetryBudget(double share, int perSecond, long now) {
        this.share = share;
        this.perSecond = perSecond;
        this.begin = now;
    }

    /** Time goes on. Best called once a second; what came in between is thought to have come in the second of the call. */
    public synchronized void tick(long requestsSoFar, long now) {
        long next = Math.max(second, (now - begin) / SECOND);
        for (long passed = Math.min(WINDOW, next - second); passed > 0; passed--) {
            int slot = (int) ((next - passed + 1) % WINDOW);
            requests[slot] = 0;
            retries[slot] = 0;
        }
        second = next;
        requests[(int) (second % WINDOW)] += Math.max(0, requestsSoFar - total);
        total = Math.max(total, requestsSoFar);
    }

    /** Whether a request may be sent again; if so it counts. */
    public synchronized boolean withdraw(long requestsSoFar, long now) {
        tick(requestsSoFar, now);
        boolean allowed = sum(retries) + 1 <= share * sum(requests) + (double) perSecond * WINDOW;
        retries[(int) (second % WINDOW)] += allowed ? 1 : 0;
        return allowed;
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
