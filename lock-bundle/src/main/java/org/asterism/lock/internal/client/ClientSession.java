package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
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

    @Override
    public List<HeldLock> acquireAll(List<LockRequest> requests, Duration wait) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public Optional<HeldLock> tryAcquire(LockKey key, LockMode mode) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public CompletableFuture<HeldLock> acquireAsync(LockKey key, LockMode mode, Duration wait) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public boolean isFree(LockKey key, LockMode mode) {
        throw new UnsupportedOperationException("not yet");
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
