package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRefusedException;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockTimeoutException;
import org.asterism.lock.LockUnavailableException;
import org.asterism.lock.internal.Lease;
import org.asterism.lock.internal.cbor.AcquireAnswer;
import org.asterism.lock.internal.cbor.AcquireAnswer.Outcome;
import org.asterism.lock.internal.cbor.AcquireRequest;
import org.asterism.lock.internal.cbor.DeclareRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request for a lock, from the first question to the answer, whatever servers come and go meanwhile. */
final class Acquisition {

    private static final Logger LOG = LoggerFactory.getLogger(Acquisition.class);

    private final LockConnection connection;
    private final LockBook book;
    private final Function<DeclareRequest.Lock, ClientLock> maker;
    private final String session;
    private final LockKey key;
    private final LockMode mode;
    private final long request;
    /** Whether the server knows no more of the request. */
    private boolean ended;

    Acquisition(
            LockConnection connection,
            Function<DeclareRequest.Lock, ClientLock> maker,
            String session,
            LockKey key,
            LockMode mode) {
        this.connection = connection;
        this.book = connection.book();
        this.maker = maker;
        this.session = session;
        this.key = key;
        this.mode = mode;
        this.request = book.ask();
    }

    ClientLock await(Duration patience) throws InterruptedException {
        boolean held = false;
        try {
            ClientLock lock = ask(now() + patience.toNanos());
            held = true;
            return lock;
        } finally {
            if (!held && book.forget(request) && !ended) {
                connection.server().release(Set.of(request));
            }
        }
    }

    private ClientLock ask(long end) throws InterruptedException {
        while (true) {
            long term = book.awaitDeclared(left(end));
            if (term == LockBook.NO_TERM) {
                throw new LockUnavailableException("there is no lock server to ask for " + key);
            }
            Answer answer = askOnce(term, left(end));
            if (answer.lock().isPresent()) {
                return answer.lock().get();
            }
            requireUndecided(answer.wire());
            if (left(end).isZero()) {
                throw new LockUnavailableException("the lock server did not answer about " + key);
            }
            Duration retry = connection.settings().retry();
            book.pause(left(end).compareTo(retry) < 0 ? left(end) : retry);
        }
    }

    private Answer askOnce(long term, Duration patience) throws InterruptedException {
        long begin = now();
        try {
            return connection
                    .server()
                    .acquire(new AcquireRequest(
                            request, session, session, List.of(new LockRequest(key, mode)), 0, patience.toMillis()))
                    .thenApply(wire -> answered(wire, term, begin))
                    .toCompletableFuture()
                    .get(
                            patience.plus(connection.settings().answer().multipliedBy(2))
                                    .toMillis(),
                            TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("no answer about {}, asking again", key, e);
            return Answer.NONE;
        }
    }

    /** On the link's thread, so that nothing that comes later on the link is heard before. */
    private Answer answered(AcquireAnswer wire, long term, long begin) {
        if (wire.outcome() != Outcome.GRANTED) {
            return new Answer(wire, Optional.empty());
        }
        ClientLock lock = maker.apply(new DeclareRequest.Lock(request, session, session, key, mode, wire.token()));
        Lease lease = new Lease(begin, Duration.ofMillis(wire.lease().leaseMillis()));
        if (book.hold(lock, term, lease, wire.lease().known())) {
            return new Answer(wire, Optional.of(lock));
        }
        if (!book.wants(request)) {
            connection.server().release(Set.of(request));
        }
        return Answer.NONE;
    }

    private void requireUndecided(AcquireAnswer wire) {
        ended = wire.outcome() == Outcome.TIMED_OUT || wire.outcome() == Outcome.REFUSED;
        if (wire.outcome() == Outcome.TIMED_OUT) {
            throw new LockTimeoutException("others held " + key + " for all the time");
        } else if (wire.outcome() == Outcome.REFUSED) {
            throw new LockRefusedException(wire.reason());
        }
    }

    private Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - now()));
    }

    private long now() {
        return connection.nanoTime().getAsLong();
    }

    private record Answer(AcquireAnswer wire, Optional<ClientLock> lock) {

        static final Answer NONE = new Answer(AcquireAnswer.WITHDRAWN, Optional.empty());
    }
}
