package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.lock.LockLostException;
import org.asterism.lock.LockSession;
import org.asterism.lock.LockUnavailableException;
import org.asterism.lock.MovableSessions;
import org.asterism.lock.internal.SessionName;
import org.asterism.lock.internal.cbor.MoveAnswer;
import org.asterism.lock.internal.cbor.MoveRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings sessions here that were somewhere else, step by step, until nothing of them is left there. */
final class SessionMoves implements MovableSessions {

    private static final Logger LOG = LoggerFactory.getLogger(SessionMoves.class);
    /** Longer than the usual lease: then the member that was left believes in nothing any more. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
    private static final Duration PAUSE_AT_THE_END = Duration.ofSeconds(1);
    private static final int TRIES = 60;

    private final LockConnection connection;
    private final MovableBook open;
    private final Sessions sessions;

    /** Makes sessions of this member. */
    interface Sessions {

        /** With a new name. */
        String name();

        ClientSession movable(String id);
    }

    SessionMoves(LockConnection connection, MovableBook open, Sessions sessions) {
        this.connection = connection;
        this.open = open;
        this.sessions = sessions;
    }

    @Override
    public LockSession open(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("a secret has at least " + SHORTEST_SECRET + " characters");
        }
        return begin(SessionName.movable(sessions.name(), secret));
    }

    private ClientSession begin(String id) {
        ClientSession session = sessions.movable(id);
        open.add(session);
        return session;
    }

    @Override
    public LockSession move(String id, String secret) throws InterruptedException {
        MoveRequest asked = new MoveRequest(id, secret);
        ClientSession session = begin(id);
        boolean here = false;
        try {
            fetch(session, asked);
            here = true;
            return session;
        } finally {
            if (!here) {
                session.close();
            }
        }
    }

    private void fetch(ClientSession session, MoveRequest asked) throws InterruptedException {
        long end = connection.now() + PATIENCE.toNanos();
        Duration pause = FIRST_PAUSE;
        MoveAnswer left = connection.server().fetch(asked);
        while (!left.ready() || !left.locks().isEmpty()) {
            if (connection.now() - end >= 0) {
                throw new LockUnavailableException(
                        "the session " + asked.session() + " did not come from its member in time");
            } else if (left.ready()) {
                adopt(session, asked, left);
            } else {
                pause(pause);
                pause = pause.multipliedBy(2).compareTo(connection.settings().retry()) < 0
                        ? pause.multipliedBy(2)
                        : connection.settings().retry();
            }
            left = connection.server().fetch(asked);
        }
    }

    private static void adopt(ClientSession session, MoveRequest asked, MoveAnswer left) throws InterruptedException {
        try {
            session.adopt(asked, left.locks());
        } catch (LockLostException e) {
            LOG.debug("what {} has left has changed", asked.session(), e);
        }
    }

    private void pause(Duration pause) throws InterruptedException {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Future<?> timer = connection.timers().later(() -> over.complete(null), pause);
        try {
            over.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            timer.cancel(false);
            throw new LockUnavailableException("the lock service of this member has ended");
        }
    }

    @Override
    public void end(String session, String secret) {
        discard(new MoveRequest(session, secret), TRIES);
    }

    private void discard(MoveRequest asked, int tries) {
        connection.server().discard(asked).whenComplete((answer, failure) -> {
            boolean done = failure == null && answer.ready();
            if (!done && tries > 1) {
                Future<?> unused = connection.timers().later(() -> discard(asked, tries - 1), PAUSE_AT_THE_END);
            } else if (!done) {
                LOG.warn(
                        "the locks of the session {}, which has ended, are held until the member ends that has them",
                        asked.session(),
                        failure instanceof CompletionException ? failure.getCause() : failure);
            }
        });
    }
}
