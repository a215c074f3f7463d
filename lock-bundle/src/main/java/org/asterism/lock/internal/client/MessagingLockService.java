package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.asterism.lock.LockUnavailableException;
import org.asterism.lock.MovableSessions;
import org.asterism.lock.client.LockClient;
import org.asterism.lock.internal.client.ClientSession.Kind;
import org.asterism.messaging.MessageService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes locks from the lock server in the hub. */
public final class MessagingLockService implements LockClient {

    private static final Logger LOG = LoggerFactory.getLogger(MessagingLockService.class);

    private final LockConnection connection;
    private final Losses losses;
    private final ServerContact contact;
    private final ServerNotices notices;
    private final MovableBook movable = new MovableBook();
    private final SessionMoves moves;
    private final ClientSession member;
    private final ThreadLocks threads = new ThreadLocks(() -> newSession(Kind.OF_A_THREAD));
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
        LockServerCalls server = new LockServerCalls(messages, settings.answer());
        Losses losses = new Losses(server);
        LockBook book = new LockBook(nanoTime, losses, firstRequest);
        LockConnection connection = new LockConnection(book, server, new Timers(), settings, nanoTime);
        String member = cluster.self() + "-" + cluster.incarnation() + "-";
        MessagingLockService service = new MessagingLockService(
                cluster, connection, losses, member, member + Long.toString(firstRequest, 36) + "-");
        service.notices.begin(messages);
        service.contact.begin(cluster.view());
        return service;
    }

    private MessagingLockService(
            ClusterService cluster, LockConnection connection, Losses losses, String member, String sessions) {
        this.connection = connection;
        this.losses = losses;
        this.sessions = sessions;
        this.contact = new ServerContact(connection);
        this.notices = new ServerNotices(connection.book(), movable);
        this.moves = new SessionMoves(connection, movable, new MovableOnes());
        this.member = new ClientSession(connection, contact, member + "member", Kind.OF_THE_MEMBER);
        this.subscription = cluster.subscribe(contact);
    }

    @Override
    public LockSession openSession() {
        return newSession(Kind.OPENED);
    }

    @Override
    public LockSession memberSession() {
        return member;
    }

    @Override
    public HeldLock acquire(LockKey key, LockMode mode, Duration wait) throws InterruptedException {
        return newSession(Kind.OF_ONE_LOCK).acquire(key, mode, wait);
    }

    @Override
    public Optional<HeldLock> tryAcquire(LockKey key, LockMode mode) throws InterruptedException {
        return newSession(Kind.OF_ONE_LOCK).tryAcquire(key, mode);
    }

    @Override
    public Lock lock(LockKey key) {
        return threads.lock(key);
    }

    @Override
    public ReadWriteLock readWriteLock(LockKey key) {
        return threads.readWriteLock(key);
    }

    @Override
    public AutoCloseable listen(LockLossListener listener) {
        return losses.listen(listener);
    }

    /** Sessions that may move to another member and come from there; they work until this service is closed. */
    public MovableSessions movable() {
        return moves;
    }

    private ClientSession newSession(Kind kind) {
        return new ClientSession(connection, contact, name(), kind);
    }

    private String name() {
        return sessions + lastSession.incrementAndGet();
    }

    private final class MovableOnes implements SessionMoves.Sessions {

        @Override
        public String name() {
            return MessagingLockService.this.name();
        }

        @Override
        public ClientSession movable(String id) {
            return new ClientSession(connection, contact, id, Kind.MOVABLE, movable::remove);
        }
    }

    /** Releases everything but what another member may take over; whoever waits for a lock gets none. */
    @Override
    public void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.warn("could not end the subscription", e);
        }
        notices.close();
        LockBook book = connection.book();
        book.close();
        book.waiting()
                .forEach(request -> request.withdraw(
                        () -> new LockUnavailableException("the lock service of this member has ended")));
        movable.all().forEach(ClientSession::abandon);
        List<ClientLock> held = book.held();
        held.forEach(ClientLock::close);
        if (!held.isEmpty()) {
            LOG.info("{} locks: held → released, the lock client ends", held.size());
        }
        connection.timers().close();
        losses.close();
    }
}
