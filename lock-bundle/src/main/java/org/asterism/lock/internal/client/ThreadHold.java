package org.asterism.lock.internal.client;

import org.asterism.lock.HeldLock;
import org.asterism.lock.LockLostException;

/** A lock that one thread holds, and how often. For that thread only. */
final class ThreadHold {

    private final HeldLock lock;
    private int count = 1;

    ThreadHold(HeldLock lock) {
        this.lock = lock;
    }

    /** Once more, which needs no server. */
    void again() {
        if (!lock.isValid()) {
            throw new LockLostException("this thread believed to hold " + lock.key() + ", but it is lost");
        }
        count = Math.incrementExact(count);
    }

    /** Once less; true if it is not held any more. */
    boolean release() {
        count--;
        if (count == 0) {
            lock.close();
        }
        return count == 0;
    }

    boolean isValid() {
        return lock.isValid();
    }
}
