package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.asterism.lock.LockException;
import org.asterism.lock.LockLostException;
import org.asterism.lock.LockRefusedException;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockTimeoutException;
import org.asterism.lock.internal.Lease;
import org.asterism.lock.internal.cbor.AcquireAnswer;
import org.asterism.lock.internal.cbor.LostNotice.Lost;
import org.asterism.messaging.RequestTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request, from the first question to its decision, whatever servers come and go meanwhile: each one is asked with the
 * same numbers and told how long it has waited. Asked on the thread of its owner or the client's; answered on the link's, so
 * that nothing that comes later on the link is heard before.
 */
final class Acquisition implements Wanted {

    private static final Logger LOG = LoggerFactory.getLogger(Acquisition.class);
    private static final long NANOS_BELOW_A_MILLI = 999_999;

    private final LockConnection connection;
    private final ClientSession session;
    private final Question question;
    private final LockBook book;
    private final long begin;
    private final long end;
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CompletableFuture<Decision> decision = new CompletableFuture<>();
    private long number;
    private volatile boolean failed;
    private volatile Attempt attempt = Attempt.NONE;
    /** A grant of a server that does not know yet what else is held. */
    private volatile Early early = Early.NONE;
    /** What was lost before its grant was heard. */
    private volatile Map<Long, Lost> lost = Map.of();

    private record Early(long term, long token) {

        static final Early NONE = new Early(Term.NONE.number(), 0);
    }

    Acquisition(ClientSession session, Question question, Duration patience) {
        this.connection = session.connection();
        this.session = session;
        this.question = question;
        this.book = connection.book();
        this.begin = connection.now();
        this.end = begin + patience.toNanos();
    }

    int size() {
        return question.locks().size();
    }

    long number() {
        return number;
    }

    /** Before anyone else sees it. */
    void number(long first) {
        number = first;
    }

    /** For a person. */
    String what() {
        return question.what();
    }

    CompletableFuture<Decision> decision() {
        return decision;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - connection.now()));
    }

    /** Rounded up: nobody is told that the time is over before it is. */
    private long millisLeft() {
        return left().plusNanos(NANOS_BELOW_A_MILLI).toMillis();
    }

    /** Whether the server has been asked and knows everything else. */
    boolean isAsked() {
        Term term = book.term();
        return term.declared() && attempt.term() == term.number();
    }

    /** True for the one who decides. */
    boolean decide() {
        return decided.compareAndSet(false, true);
    }

    /** Asks the server of this term, unless that has been done. */
    void ask(long term) {
        askAfter(term, attempt -> attempt.term() < term);
    }

    /** The server of this term knows everything else now. */
    void declared(long term) {
        Early grant = early;
        if (grant.term() == term) {
            hold(grant, Lease.NONE, false);
        } else {
            ask(term);
        }
    }

    /** The lock with this number was lost, by a notice that has overtaken the grant. */
    synchronized void lost(Lost early) {
        Map<Long, Lost> more = new HashMap<>(lost);
        more.put(early.request(), early);
        lost = Map.copyOf(more);
    }

    /** Gives up for this reason, unless it is decided; the server is told. */
    void withdraw(Supplier<LockException> reason) {
        if (fail(false, reason)) {
            connection.server().release(List.of(number));
        }
    }

    private void askAfter(long term, Predicate<Attempt> due) {
        Attempt now = new Attempt(term, connection.now());
        synchronized (this) {
            if (decided.get() || !due.test(attempt)) {
                return;
            }
            attempt = now;
        }
        long waited = Duration.ofNanos(now.begin() - begin).toMillis();
        question.ask(connection.server(), number, waited, millisLeft())
                .whenComplete((answer, failure) -> answered(now, answer, failure));
        if (failed) {
            connection.server().release(List.of(number)); // perhaps it was said too early
        }
    }

    @SuppressWarnings("ReferenceEquality") // another attempt may look the same
    private void answered(Attempt asked, AcquireAnswer answer, Throwable failure) {
        if (asked != attempt || decided.get()) {
            LOG.trace("a late answer about {}", question, failure);
        } else if (failure != null) {
            LOG.debug("no answer about {}", question, failure);
            unanswered(asked, failure.getCause() instanceof RequestTimeoutException);
        } else {
            decide(asked, answer);
        }
    }

    private void decide(Attempt asked, AcquireAnswer answer) {
        switch (answer.outcome()) {
            case GRANTED -> granted(asked, answer);
            case WITHDRAWN -> undecided(asked);
            case TIMED_OUT -> fail(true, () -> timedOut(answer.reason()));
            case REFUSED -> fail(false, () -> new LockRefusedException(answer.reason()));
            case LOST -> fail(false, () -> new LockLostException(what() + " is lost: " + answer.reason()));
            case DEADLOCKED ->
                fail(
                        false,
                        () -> DeadlockText.exception(what(), answer.deadlock().orElseThrow()));
        }
    }

    private LockTimeoutException timedOut(String reason) {
        return new LockTimeoutException(
                reason.isEmpty()
                        ? "others hold " + what() + ", or asked for it before, and the waiting time is over"
                        : what() + " was not granted in time: " + reason);
    }

    private void unanswered(Attempt asked, boolean timedOut) {
        if (timedOut && isAsked()) {
            askAfter(asked.term(), attempt -> attempt == asked); // the answer may have got lost
        } else {
            undecided(asked);
        }
    }

    /** In another term it is asked by who declares; in this one too, if that is not done yet. */
    private void undecided(Attempt asked) {
        synchronized (this) {
            attempt = attempt == asked ? Attempt.NONE : attempt;
        }
        if (asked.term() == book.term().number() && book.term().declared()) {
            session.contact().doubt(asked.term());
        }
    }

    private void granted(Attempt asked, AcquireAnswer answer) {
        boolean known = answer.lease().known();
        Early grant = new Early(asked.term(), answer.token());
        if (!known) {
            early = grant;
        }
        Lease lease = new Lease(asked.begin(), Duration.ofMillis(answer.lease().leaseMillis()));
        if (!hold(grant, lease, known) && isAsked()) {
            undecided(asked);
        }
    }

    private boolean hold(Early grant, Lease lease, boolean known) {
        List<ClientLock> locks = locks(grant.token());
        if (!book.hold(this, locks, grant.term(), lease, known)) {
            return false;
        }
        question.granted();
        lost.values().forEach(book::lost);
        boolean open = session.granted(this, locks);
        decision.complete(open ? new Decision.Granted(locks) : new Decision.Failed(false, session::closed));
        return true;
    }

    private List<ClientLock> locks(long token) {
        List<LockRequest> requests = question.locks();
        if (requests.size() == 1) {
            return List.of(new ClientLock(session, question.party(), requests.get(0), number, token));
        }
        List<ClientLock> locks = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            locks.add(new ClientLock(session, question.party(), requests.get(i), number + i, token + i));
        }
        return locks;
    }

    private boolean fail(boolean timedOut, Supplier<LockException> reason) {
        if (!decide()) {
            return false;
        }
        failed = true;
        for (int i = 0; i < size(); i++) {
            book.forget(number + i);
        }
        session.ended(this);
        decision.complete(new Decision.Failed(timedOut, reason));
        return true;
    }
}
