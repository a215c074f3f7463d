package org.asterism.dispatcher.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The applications that a target had before it was started anew and has not yet: it opens each as soon as that is whole. If one does not
 * come for some time after it was asked for, it is not expected any more. Safe for use by all threads.
 */
final class Expected {

    /** Longer than a node waits for the parts of an application. */
    static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

    private Set<String> before = Set.of();
    private Set<String> missing = Set.of();
    private boolean asked;
    private long since;

    /**
     * These are there now.
     *
     * @param up whether the target is up
     * @param started whether that is so since now
     */
    synchronized void now(Collection<String> applications, boolean up, boolean started) {
        if (started) {
            missing = before;
            asked = false;
        }
        if (up) {
            Set<String> left = new HashSet<>(missing);
            left.removeAll(applications);
            missing = Set.copyOf(left);
            before = new HashSet<>(applications);
            before.addAll(missing);
        }
    }

    /** Whether one is about to come that covers this path. */
    synchronized boolean covers(String path, long now) {
        if (missing.stream().noneMatch(application -> ContextPath.covers(application, path))) {
            return false;
        }
        since = asked ? since : now;
        asked = true;
        if (now - since > PATIENCE_NANOS) {
            missing = Set.of();
            return false;
        }
        return true;
    }
}
