package org.asterism.lock.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose turn may have come. Every other waiting request watches one obstacle that still stands in its way, and is looked at
 * again when that is gone. Besides that, a session that holds something may pass others, so its requests are looked at again
 * whenever that may have changed.
 */
final class Turns {

    private final TreeSet<Request> due = new TreeSet<>();
    /** Who waits and, as a session or a party, holds something, or did so since it waits. */
    private final Set<Request> ofHolders = new LinkedHashSet<>();

    private boolean reasonsChanged;

    /** Wakes who watches it. */
    void gone(Stake stake) {
        for (Request next = stake.watcher(); next != null; next = stake.watcher()) {
            stake.unwatch(next);
            due.add(next);
        }
    }

    void lookAgain(Request request) {
        due.add(request);
    }

    /**
     * Which older requests count may have changed: to be called when a session that waits gets or gives up a lock, when a request
     * comes in between others, and when one goes away without a lock. Whom a grant stops is stopped.
     */
    void lookAgainAtHolders() {
        for (Request request : ofHolders) {
            if (!(request.blocker instanceof Grant)) {
                due.add(request);
            }
        }
    }

    /** All who wait and hold. */
    Set<Request> ofHolders() {
        return ofHolders;
    }

    void holdsToo(Set<Request> requests) {
        ofHolders.addAll(requests);
    }

    /** It waits no longer. */
    void forget(Request request) {
        due.remove(request);
        ofHolders.remove(request);
        if (request.blocker != null) {
            request.blocker.unwatch(request);
        }
    }

    /** A session that waits got or gave up a lock, or somebody went away. */
    void reasonsMayChange() {
        reasonsChanged = true;
    }

    /** Whether someone may wait for another reason than when this was asked last. */
    boolean haveReasonsChanged() {
        boolean changed = reasonsChanged;
        reasonsChanged = false;
        return changed;
    }

    boolean isAnyDue() {
        return !due.isEmpty();
    }

    /** The oldest one; it watches nothing now. */
    Request next() {
        Request request = due.pollFirst();
        if (request.blocker != null) {
            request.blocker.unwatch(request);
        }
        return request;
    }
}
