package org.asterism.lock.internal;

import org.asterism.lock.LockStatistics.NamespaceCounts;

/** What is counted of one namespace. */
final class NamespaceCount {

    private int held;
    private int waiting;
    private long granted;

    void granted() {
        granted++;
    }

    void held(int change) {
        held += change;
    }

    void waiting(int change) {
        waiting += change;
    }

    NamespaceCounts counts() {
        return new NamespaceCounts(held, waiting, granted);
    }
}
