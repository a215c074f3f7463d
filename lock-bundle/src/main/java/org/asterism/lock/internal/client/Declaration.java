package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
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

    private final LockConnection connection;
    private final LockBook book;
    private final Term term;
    private final Runnable declared;
    private final Runnable failed;
    private final Deque<DeclareRequest> parts = new ArrayDeque<>();

    /**
     * @param declared called when the server knows everything
     * @param failed called when there is no answer
     */
    Declaration(LockConnection connection, Term term, Runnable declared, Runnable failed) {
        this.connection = connection;
        this.book = connection.book();
        this.term = term;
        this.declared = declared;
        this.failed = failed;
    }

    /** On the thread of the timers, like everything here that sends. */
    void begin() {
        Duration unused = book.expire();
        parts.clear();
        parts.addAll(DeclareRequest.of(
                book.held().stream().map(ClientLock::declared).toList(),
                connection.settings().process()));
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
            connection.timers().execute(failed);
        } else {
            book.end(answer.lost(), Cause.FREED, "the lock server has freed it");
            Lease lease = new Lease(begin, Duration.ofMillis(answer.leaseMillis()));
            connection.timers().execute(part.last() ? () -> finish(lease) : this::sendNext);
        }
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
