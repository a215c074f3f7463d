package org.asterism.persistence.internal;

import java.time.Duration;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockTimeoutException;
import org.asterism.testing.lock.PartialHeldLock;
import org.asterism.testing.lock.PartialLocks;

/** Grants one lock at a time. Set {@code refuse} and nobody gets it; {@code onGrant} runs just before it is granted. */
public final class OneLock extends PartialLocks {

    public boolean refuse;
    public boolean valid = true;
    public LockKey held;
    public int grants;
    public Runnable onGrant = () -> {};

    @Override
    public HeldLock acquire(LockKey key, LockMode mode, Duration wait) {
        if (refuse || held != null) {
            throw new LockTimeoutException("not granted in " + wait.toMillis() + " ms");
        }
        onGrant.run();
        held = key;
        grants++;
        return new Held(key, mode);
    }

    private final class Held extends PartialHeldLock {

        Held(LockKey key, LockMode mode) {
            super(key, mode, grants);
        }

        @Override
        public boolean isValid() {
            return valid;
        }

        @Override
        public void close() {
            held = null;
        }
    }
}
