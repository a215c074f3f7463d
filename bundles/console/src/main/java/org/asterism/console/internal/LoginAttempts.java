package org.asterism.console.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses passwords: after some failures in a row a name has to wait, longer with each. Remembers a bounded number of
 * names, those that failed last. Not thread-safe.
 */
public final class LoginAttempts {

    private static final int FREE = 3;
    private static final int MOST_NAMES = 1_000;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 8;

    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_NAMES;
        }
    };

    private record Failures(int count, Instant until) {}

    /** How long this name still has to wait; zero if it may try now. */
    public Duration wait(String name, Instant now) {
        Failures before = failures.get(name);
        return before == null || !now.isBefore(before.until()) ? Duration.ZERO : Duration.between(now, before.until());
    }

    /** The password was wrong. */
    public void failed(String name, Instant now) {
        int count = failures.containsKey(name) ? failures.get(name).count() + 1 : 1;
        Duration pause =
                count < FREE ? Duration.ZERO : FIRST.multipliedBy(1L << Math.min(count - FREE, MOST_DOUBLINGS));
        failures.put(name, new Failures(count, now.plus(pause)));
    }

    /** The password was right. */
    public void succeeded(String name) {
        failures.remove(name);
    }
}
