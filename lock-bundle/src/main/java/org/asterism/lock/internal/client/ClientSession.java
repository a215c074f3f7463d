package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockSession;
import org.asterism.lock.internal.cbor.DeclareRequest;

/** One owner of locks in this member. */
final class ClientSession implements LockSession {

    private final LockConnection connection;
    private final String id;
    private final Set<Long> requests = new HashSet<>();
    private boolean closed;

    ClientSession(LockConnection connection, String id) {
        this.connection = connection;
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public HeldLock acquire(LockKey key, LockMode mode, Duration wait) throws InterruptedException {
        requireOpen();
        ClientLock lock = new Acquisition(connection, this::lock, id, key, mode).await(wait);
        synchronized (this) {
            requests.add(lock.granted().request());
        }
        if (isClosed()) {
            release(lock);
            requireOpen();
        }
        return lock;
    }

    private ClientLock lock(DeclareRequest.Lock granted) {
        return new ClientLock(granted, connection.book()::leased, this::release);
    }

    private void release(ClientLock lock) {
        long request = lock.granted().request();
        synchronized (this) {
            requests.remove(request);
        }
        if (connection.book().forget(request)) {
            connection.server().release(Set.of(request));
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void requireOpen() {
        if (isClosed()) {
            throw new IllegalStateException("the session " + id + " is closed");
        }
    }

    @Override
    public void close() {
        Set<Long> open;
        synchronized (this) {
            closed = true;
            open = new HashSet<>(requests);
            requests.clear();
        }
        open.removeIf(request -> !connection.book().forget(request));
        if (!open.isEmpty()) {
            connection.server().release(open);
        }
    }
}
