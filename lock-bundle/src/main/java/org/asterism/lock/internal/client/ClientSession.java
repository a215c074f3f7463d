package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockException;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss.Cause;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockSession;
import org.asterism.lock.LockUnavailableException;
import org.asterism.lock.internal.cbor.AcquireRequest;
import org.asterism.lock.internal.cbor.CheckRequest;
import org.asterism.lock.internal.cbor.MoveRequest;
import org.asterism.lock.internal.client.Question.Adoption;
import org.asterism.lock.internal.client.Question.Locks;
import org.asterism.lock.internal.client.Question.Promotion;

/** One owner of locks in this member. */
final class ClientSession implements LockSession {

    static final Duration FOREVER = Duration.ofDays(365);

    private final LockConnection connection;
    private final ServerContact contact;
    private final String id;
    private final Kind kind;
    /** What ends with the session. */
    private final Set<Wanted> open;

    private final Consumer<ClientSession> ended;
    private volatile boolean closed;

    /** How long a session is there. */
    enum Kind {
        /** Until it is closed. */
        OPENED,
        /** Nobody but its one lock knows it. */
        OF_ONE_LOCK,
        /** Until it is closed or goes on in another member. */
        MOVABLE,
        /** As long as one thread holds locks; no other one has them. */
        OF_A_THREAD,
        /** Also after it was closed. */
        OF_THE_MEMBER
    }

    ClientSession(LockConnection connection, ServerContact contact, String id, Kind kind) {
        this(connection, contact, id, kind, session -> {});
    }

    /** @param ended told that it is closed */
    ClientSession(
            LockConnection connection, ServerContact contact, String id, Kind kind, Consumer<ClientSession> ended) {
        this.ended = ended;
        this.connection = connection;
        this.contact = contact;
        this.id = id;
        this.kind = kind;
        this.open = kind == Kind.OF_ONE_LOCK ? Set.of() : ConcurrentHashMap.newKeySet();
    }

    LockConnection connection() {
        return connection;
    }

    ServerContact contact() {
        return contact;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public HeldLock acquire(LockKey key, LockMode mode, Duration wait) throws InterruptedException {
        return begin(locks(key, mode), wait).interruptibly().orThrow().get(0);
    }

    /** However long it takes; an interruption of the thread is kept for later. */
    HeldLock acquireUninterruptibly(LockRequest lock) {
        return begin(locks(lock.key(), lock.mode()), FOREVER)
                .uninterruptibly()
                .orThrow()
                .get(0);
    }

    @Override
    public List<HeldLock> acquireAll(List<LockRequest> requests, Duration wait) throws InterruptedException {
        if (requests.isEmpty() || requests.size() > AcquireRequest.MAX_LOCKS) {
            throw new IllegalArgumentException("a request is for 1 to " + AcquireRequest.MAX_LOCKS + " locks");
        }
        Question all = new Locks(id, party(), List.copyOf(requests));
        return List.copyOf(begin(all, wait).interruptibly().orThrow());
    }

    @Override
    public Optional<HeldLock> tryAcquire(LockKey key, LockMode mode) throws InterruptedException {
        return granted(begin(locks(key, mode), Duration.ZERO).interruptibly());
    }

    Optional<HeldLock> tryUninterruptibly(LockRequest lock) {
        return granted(begin(locks(lock.key(), lock.mode()), Duration.ZERO).uninterruptibly());
    }

    private static Optional<HeldLock> granted(Decision decision) {
        return decision.timedOut()
                ? Optional.empty()
                : Optional.of(decision.orThrow().get(0));
    }

    @Override
    public CompletableFuture<HeldLock> acquireAsync(LockKey key, LockMode mode, Duration wait) {
        return begin(new Locks(id, id, List.of(new LockRequest(key, mode))), wait)
                .asynchronously(connection.timers());
    }

    @Override
    public boolean isFree(LockKey key, LockMode mode) throws InterruptedException {
        requireOpen();
        return connection.server().check(new CheckRequest(id, new LockRequest(key, mode)));
    }

    /** What it has left with another member. */
    void adopt(MoveRequest asked, List<LockRequest> locks) throws InterruptedException {
        List<ClientLock> unused = begin(
                        new Adoption(asked, party(), locks),
                        connection.settings().answer())
                .interruptibly()
                .orThrow();
    }

    HeldLock promote(ClientLock optimistic, Duration wait) throws InterruptedException {
        return begin(new Promotion(id, party(), optimistic), wait)
                .interruptibly()
                .orThrow()
                .get(0);
    }

    private Question locks(LockKey key, LockMode mode) {
        return new Locks(id, party(), List.of(new LockRequest(key, mode)));
    }

    private String party() {
        return switch (kind) {
            case OF_ONE_LOCK, OF_A_THREAD -> Party.thisThread();
            case OPENED, MOVABLE, OF_THE_MEMBER -> Party.thisThread(shortId());
        };
    }

    private String shortId() {
        int end = kind == Kind.MOVABLE ? id.lastIndexOf('~') : id.length();
        return id.substring(id.lastIndexOf('-', end) + 1, end);
    }

    private Waiting begin(Question question, Duration wait) {
        requireOpen();
        Duration patience = wait.compareTo(FOREVER) > 0 ? FOREVER : wait.isNegative() ? Duration.ZERO : wait;
        Acquisition request = new Acquisition(this, question, patience);
        connection.book().enter(request);
        if (kind != Kind.OF_ONE_LOCK) {
            open.add(request);
        }
        if (closed) {
            request.withdraw(this::closed);
        }
        Term term = connection.book().term();
        if (term.declared()) {
            request.ask(term.number());
        }
        return new Waiting(request, connection.settings().answer());
    }

    /** The locks are held now instead of the request; false if the session was closed meanwhile. */
    boolean granted(Acquisition request, List<ClientLock> locks) {
        if (kind != Kind.OF_ONE_LOCK) {
            open.addAll(locks);
            open.remove(request);
        }
        if (closed) {
            locks.forEach(ClientLock::close);
        }
        return !closed;
    }

    /** Without a lock. */
    void ended(Wanted one) {
        if (kind != Kind.OF_ONE_LOCK) {
            open.remove(one);
        }
    }

    LockException closed() {
        return new LockUnavailableException("the session " + id + " was closed or has moved");
    }

    @Override
    public List<HeldLock> held() {
        List<HeldLock> held = new ArrayList<>();
        open.forEach(one -> {
            if (one instanceof ClientLock lock && lock.isValid()) {
                held.add(lock);
            }
        });
        return held;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    /** It goes on in another member, which has its locks now: here they are over. */
    void leave() {
        closed = true;
        List<Long> numbers = new ArrayList<>();
        open.forEach(one -> {
            if (one instanceof ClientLock lock) {
                numbers.add(lock.number());
            } else if (one instanceof Acquisition request) {
                request.withdraw(this::closed);
            }
        });
        connection.book().end(numbers, Cause.MOVED, "its session has moved to another member");
    }

    /** This member ends, and the session may go on in another one. */
    void abandon() {
        closed = true;
        open.forEach(one -> {
            if (one instanceof ClientLock lock) {
                lock.leave();
            }
        });
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the session " + id + " is closed");
        }
    }

    @Override
    public void close() {
        closed = kind != Kind.OF_THE_MEMBER;
        ended.accept(this);
        open.forEach(one -> {
            if (one instanceof ClientLock lock) {
                lock.close();
            } else if (closed && one instanceof Acquisition request) {
                request.withdraw(this::closed);
            }
        });
    }
}
