package org.asterism.drill.history;

import org.asterism.lock.LockMode;

/** Which modes go together. */
public final class Modes {

    private Modes() {}

    /** Whether two sessions cannot have them at the same time. */
    public static boolean exclude(LockMode one, LockMode other) {
        return !isShared(one) || !isShared(other);
    }

    /** Whether one session cannot have them at the same time. */
    public static boolean excludeInOneSession(LockMode one, LockMode other) {
        return one == LockMode.EXCLUSIVE_NON_CUMULATIVE || other == LockMode.EXCLUSIVE_NON_CUMULATIVE;
    }

    private static boolean isShared(LockMode mode) {
        return mode == LockMode.SHARED || mode == LockMode.OPTIMISTIC;
    }
}
