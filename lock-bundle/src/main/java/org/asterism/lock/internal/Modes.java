package org.asterism.lock.internal;

import org.asterism.lock.LockMode;

/** Which modes go together; the matrix is in {@code docs/locks.md}. */
final class Modes {

    private Modes() {}

    /** Whether it tolerates no other session. */
    static boolean isStrong(LockMode mode) {
        return mode == LockMode.EXCLUSIVE || mode == LockMode.EXCLUSIVE_NON_CUMULATIVE;
    }

    /** Whether two locks on overlapping keys exclude each other. */
    static boolean conflict(LockMode one, LockMode other, boolean sameSession) {
        if (sameSession) {
            return one == LockMode.EXCLUSIVE_NON_CUMULATIVE || other == LockMode.EXCLUSIVE_NON_CUMULATIVE;
        }
        return isStrong(one) || isStrong(other);
    }
}
