package org.asterism.samples.shop.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.lock.Fence;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLostException;
import org.asterism.lock.StaleLockException;

/** Remembers the largest token of each key; {@code onAdvance} runs before, when an earlier holder would commit. */
public final class InMemoryFence implements Fence {

    private final Map<LockKey, Long> tokens = new ConcurrentHashMap<>();
    public Runnable onAdvance = () -> {};

    /** A later holder was here. */
    public void seen(LockKey key, long token) {
        tokens.put(key, token);
    }

    @Override
    public void advance(HeldLock lock, LockKey key) {
        onAdvance.run();
        if (!lock.isValid()) {
            throw new LockLostException("the lock " + lock.key() + " is not held any more");
        }
        if (tokens.merge(key, lock.fencingToken(), Math::max) > lock.fencingToken()) {
            throw new StaleLockException("the lock " + lock.key() + " is stale");
        }
    }
}
