package org.asterism.dispatcher.internal;

/**
 * Whether a target can be trusted with requests: ejected after some failures in a row, for a growing pause, after which one
 * request tries it (half-open). The circuit breaker of M. Nygard, "Release It!".
 *
 * @param failures in a row
 * @param ejections in a row; 0 as long as it is not ejected
 * @param until when the next request may try it, if it is ejected
 * @param trying whether a request tries it
 */
public record Health(int failures, int ejections, long until, boolean trying) {

    public static final Health GOOD = new Health(0, 0, 0, false);

    private static final int MAX_SHIFT = 20;

    boolean isGood() {
        return failures == 0 && ejections == 0;
    }

    public boolean ejected() {
        return ejections > 0;
    }

    /** Whether a request may go there: not ejected, or ejected for so long that one may try it. */
    public boolean admits(long now) {
        return !ejected() || now - until >= 0;
    }

    /** A request tries an ejected target: the others keep away for another pause. */
    public Health tried(long now, EjectionRule rule) {
        return new Health(failures, ejections, now + rule.pause().toNanos(), true);
    }

    /**
     * A connection was refused or broke. Requests that were under way when the target was ejected say nothing new; the one
     * that tries it does.
     */
    public Health failed(long now, EjectionRule rule) {
        if (ejected() && !trying) {
            return this;
        }
        int count = failures + 1;
        if (!ejected() && count < rule.failures()) {
            return new Health(count, 0, 0, false);
        }
        return new Health(count, ejections + 1, now + rule.pauseAfter(Math.min(ejections, MAX_SHIFT)), false);
    }
}
