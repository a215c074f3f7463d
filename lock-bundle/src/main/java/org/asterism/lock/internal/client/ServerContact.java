package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterEvent.HubConnected;
import org.asterism.cluster.ClusterEvent.HubDisconnected;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterView;
import org.asterism.lock.LockLoss.Cause;
import org.asterism.lock.internal.Lease;
import org.asterism.lock.internal.cbor.LeaseAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins a term with each server, in which all is declared to it; renews the lease, and sees its end. */
final class ServerContact implements ClusterListener {

    private static final Logger LOG = LoggerFactory.getLogger(ServerContact.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);

    private final LockConnection connection;
    private final LockBook book;
    private final Timers timers;
    /** This and the next one are touched on the thread of the timers only. */
    private Future<?> keepAlive = CompletableFuture.completedFuture(null);

    private Future<?> leaseEnd = CompletableFuture.completedFuture(null);

    ServerContact(LockConnection connection) {
        this.connection = connection;
        this.book = connection.book();
        this.timers = connection.timers();
    }

    void begin(ClusterView view) {
        if (!view.stale()) {
            newTerm();
        }
    }

    @Override
    public void changed(ClusterEvent event, ClusterView before, ClusterView after) {
        if (event instanceof HubConnected) {
            newTerm();
        } else if (event instanceof HubDisconnected) {
            Term unused = book.newTerm();
        }
    }

    /** The server of this term does not answer, or not as one that knows this member. */
    void doubt(long term) {
        Future<?> unused = timers.later(
                () -> {
                    if (book.term().number() == term) {
                        newTerm();
                    }
                },
                connection.settings().retry());
    }

    private void newTerm() {
        Term term = book.newTerm();
        timers.execute(() -> declare(term, FIRST_PAUSE));
    }

    /** @param pause before it is tried again in a new term, if there is no lock server yet */
    private void declare(Term term, Duration pause) {
        new Declaration(connection, term, this::renew, () -> declareLater(term, pause)).begin();
    }

    private void declareLater(Term failed, Duration pause) {
        Future<?> unused = timers.later(
                () -> {
                    if (book.term().number() == failed.number()) {
                        declare(book.newTerm(), longer(pause));
                    }
                },
                pause);
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        Duration retry = connection.settings().retry();
        return twice.compareTo(retry) < 0 ? twice : retry;
    }

    /** Also says what is wanted no more, so that the server forgets what it should not know. */
    private void renew() {
        watchLease();
        LockBook.Renewal renewal = book.renewal();
        if (!renewal.term().declared()) {
            return; // whoever declares begins again
        }
        long begin = connection.now();
        connection
                .server()
                .renew(renewal.request())
                .whenComplete((answer, failure) -> answered(renewal.term(), begin, answer, failure));
    }

    /** On the link's thread. */
    private void answered(Term term, long begin, LeaseAnswer answer, Throwable failure) {
        boolean renewed = failure == null && answer.known();
        if (failure != null) {
            LOG.debug("not renewed", failure);
        } else if (renewed) {
            renewed(term, new Lease(begin, Duration.ofMillis(answer.leaseMillis())), answer);
        } else if (book.term().number() == term.number()) {
            LOG.info("locks: declared → unknown, the lock server has started again");
            newTerm();
        }
        timers.execute(() -> renewLater(renewed ? third() : third().dividedBy(3)));
    }

    private void renewed(Term term, Lease lease, LeaseAnswer answer) {
        if (book.contact(term, lease)) {
            book.end(answer.lost(), Cause.FREED, "the lock server has freed it");
        }
    }

    private void renewLater(Duration pause) {
        watchLease();
        keepAlive.cancel(false);
        keepAlive = timers.later(this::renewIfNeeded, pause);
    }

    private void renewIfNeeded() {
        if (book.isEmpty()) {
            renewLater(third());
        } else {
            renew();
        }
    }

    /** What is held is over when the lease is, also if nobody looks. */
    private void watchLease() {
        leaseEnd.cancel(false);
        Duration left = book.expire();
        if (!left.isZero()) {
            leaseEnd = timers.later(this::watchLease, left);
        }
    }

    private Duration third() {
        Duration third = book.leaseLength().dividedBy(3);
        return third.isZero() ? IDLE : third;
    }
}
