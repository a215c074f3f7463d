package org.asterism.persistence.internal;

import java.time.Duration;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockService;
import org.asterism.lock.LockSession;
import org.asterism.lock.LockTimeoutException;

/** Grants one lock at a time. Set {@code refuse} and nobody gets it; {@code onGrant} runs just before it is granted. */
public final class OneLock implements LockService {

    public boolean refuse;
    public boolean valid = true;
    public LockKey held;
    public int grants;
    public Runnable onGrant = () -> {};

    @Override
    public LockSession openSession() {
        throw new UnsupportedOperationException("not needed here");
    }

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

    private final class Held implements HeldLock {

        private final LockKey key;
        private final LockMode mode;

        Held(LockKey key, LockMode mode) {
            this.key = key;
            this.mode = mode;
        }

        @Override
        public LockKey key() {
            return key;
        }

        @Override
        public LockMode mode() {
            return mode;
        }

        @Override
        public long fencingToken() {
            return grants;
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
