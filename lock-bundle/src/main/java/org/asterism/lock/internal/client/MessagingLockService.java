package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.LongSupplier;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLossListener;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockSession;
import org.asterism.lock.client.LockClient;
import org.asterism.messaging.MessageService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes locks from the lock server in the hub. */
public final class MessagingLockService implements LockClient {

    private static final Logger LOG = LoggerFactory.getLogger(MessagingLockService.class);

    private final LockConnection connection;
    private final ServerContact contact;
    private final AutoCloseable subscription;
    private final String sessions;
    private final AtomicLong lastSession = new AtomicLong();

    /**
     * Works until it is closed.
     *
     * @param firstRequest higher than any number of requests made before in this life of the member
     */
    public static MessagingLockService start(
            ClusterService cluster,
            MessageService messages,
            LockClientSettings settings,
            LongSupplier nanoTime,
            long firstRequest) {
        LockBook book = new LockBook(nanoTime, firstRequest);
        LockServerCalls server = new LockServerCalls(messages, settings.answer());
        LockConnection connection = new LockConnection(book, server, settings, nanoTime);
        return new MessagingLockService(cluster, connection, firstRequest);
    }

    private MessagingLockService(ClusterService cluster, LockConnection connection, long firstRequest) {
        this.connection = connection;
        this.contact = new ServerContact(connection);
        this.subscription = cluster.subscribe(contact);
        this.sessions = cluster.self() + "-" + cluster.incarnation() + "-" + Long.toString(firstRequest, 36) + "-";
        contact.begin(cluster.view());
    }

    @Override
    public LockSession openSession() {
        return new ClientSession(connection, sessions + lastSession.incrementAndGet());
    }

    @Override
    public HeldLock acquire(LockKey key, LockMode mode, Duration wait) throws InterruptedException {
        return openSession().acquire(key, mode, wait);
    }

    @Override
    public LockSession memberSession() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public Optional<HeldLock> tryAcquire(LockKey key, LockMode mode) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public Lock lock(LockKey key) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public ReadWriteLock readWriteLock(LockKey key) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public AutoCloseable listen(LockLossListener listener) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Releases everything; whoever waits for a lock gets none. */
    @Override
    public void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.warn("could not end the subscription", e);
        }
        contact.close();
        Set<Long> requests = connection.book().close();
        if (!requests.isEmpty()) {
            LOG.info("{} locks: held → released, the lock client ends", requests.size());
            connection.server().release(requests);
        }
    }
}
