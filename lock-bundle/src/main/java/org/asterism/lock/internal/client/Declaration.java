package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import org.asterism.lock.LockLoss.Cause;
import org.asterism.lock.internal.Lease;
import org.asterism.lock.internal.cbor.DeclareRequest;
import org.asterism.lock.internal.cbor.LeaseAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the server of one term what is held, and asks it for what is wanted. The requests that wait are sent before the last
 * part: when the server has heard from everyone and begins to grant, it has all of them in its queues.
 */
final class Declaration {

    private static final Logger LOG = LoggerFactory.getLogger(Declaration.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);

    private final LockConnection connection;
    private final LockBook book;
    private final Term term;
    private final Runnable declared;
    private final Deque<DeclareRequest> parts = new ArrayDeque<>();
    private Duration pause = FIRST_PAUSE;

    /** @param declared called when the server knows everything */
    Declaration(LockConnection connection, Term term, Runnable declared) {
        this.connection = connection;
        this.book = connection.book();
        this.term = term;
        this.declared = declared;
    }

    /** On the thread of the timers, like everything here that sends. */
    void begin() {
        Duration unused = book.expire();
        parts.clear();
        parts.addAll(
                DeclareRequest.of(book.held().stream().map(ClientLock::declared).toList()));
        if (parts.size() == 1 && !book.isEmpty()) {
            parts.addFirst(new DeclareRequest(List.of(), false)); // is anyone there?
        }
        sendNext();
    }

    private void sendNext() {
        if (isOver()) {
            return;
        }
        DeclareRequest part = parts.remove();
        if (part.last()) {
            askAgain();
        }
        long begin = connection.now();
        connection.server().declare(part).whenComplete((answer, failure) -> answered(part, begin, answer, failure));
    }

    /** A server that knows this member from before first hears what is wanted no more: nobody must wait for that. */
    private void askAgain() {
        connection
                .server()
                .renew(book.renewal().request())
                .whenComplete((answer, failure) -> LOG.debug("before it was asked again: {}", answer, failure));
        book.waiting().forEach(request -> request.ask(term.number()));
    }

    /** On the link's thread. */
    private void answered(DeclareRequest part, long begin, LeaseAnswer answer, Throwable failure) {
        if (isOver()) {
            LOG.debug("what was told of locks in term {} is too late", term.number(), failure);
        } else if (failure != null) {
            LOG.debug("not declared yet", failure);
            again();
        } else {
            book.end(answer.lost(), Cause.FREED, "the lock server has freed it");
            Lease lease = new Lease(begin, Duration.ofMillis(answer.leaseMillis()));
            connection.timers().execute(part.last() ? () -> finish(lease) : this::sendNext);
        }
    }

    private void again() {
        Future<?> unused = connection.timers().later(this::begin, pause);
        Duration twice = pause.multipliedBy(2);
        Duration retry = connection.settings().retry();
        pause = twice.compareTo(retry) < 0 ? twice : retry;
    }

    private void finish(Lease lease) {
        if (book.contact(term, lease)) {
            book.waiting().forEach(request -> request.declared(term.number()));
            declared.run();
        }
    }

    private boolean isOver() {
        return book.term().number() != term.number();
    }
}
