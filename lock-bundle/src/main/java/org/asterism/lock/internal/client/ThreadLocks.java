package org.asterism.lock.internal.client;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Supplier;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;

/** What threads of this member hold as {@link Lock}s. Each one has a session of its own while it holds any. */
final class ThreadLocks {

    private final Supplier<ClientSession> sessions;

    @SuppressWarnings("ThreadLocalUsage") // each lock service has its own; a thread that holds nothing leaves nothing
    private final ThreadLocal<Owner> owners = new ThreadLocal<>();

    ThreadLocks(Supplier<ClientSession> sessions) {
        this.sessions = sessions;
    }

    Lock lock(LockKey key) {
        return new ThreadLock(this, new LockRequest(key, LockMode.EXCLUSIVE));
    }

    ReadWriteLock readWriteLock(LockKey key) {
        return new Both(new ThreadLock(this, new LockRequest(key, LockMode.SHARED)), lock(key));
    }

    /** Of this thread. */
    Owner owner() {
        Owner owner = owners.get();
        if (owner == null) {
            owner = new Owner(sessions.get());
            owners.set(owner);
        }
        return owner;
    }

    /** This thread holds nothing any more. */
    void forget() {
        owners.remove();
    }

    private record Both(Lock readLock, Lock writeLock) implements ReadWriteLock {}

    /** One thread: nobody else touches this. */
    static final class Owner {

        private final ClientSession session;
        private final Map<LockRequest, ThreadHold> holds = new HashMap<>();

        Owner(ClientSession session) {
            this.session = session;
        }

        ClientSession session() {
            return session;
        }

        Map<LockRequest, ThreadHold> holds() {
            return holds;
        }
    }
}
