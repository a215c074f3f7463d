package org.asterism.singleton.internal.concurrent;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockService;
import org.asterism.lock.LockSession;
import org.asterism.lock.LockTimeoutException;
import org.asterism.singleton.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was asked of the lock server; each attempt has a session of its own, so it never gets past the queue. */
final class Requests {

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final Map<Key, Request> open = new ConcurrentHashMap<>();
    private final LockService locks;
    private final Duration wait;

    private record Key(long attempt, String name) {}

    private record Request(LockSession session, CompletableFuture<HeldLock> lock) {}

    Requests(LockService locks, Duration wait) {
        this.locks = locks;
        this.wait = wait;
    }

    void ask(long attempt, String name, Consumer<HeldLock> granted, Runnable failed) {
        LockSession session = locks.openSession();
        CompletableFuture<HeldLock> lock = session.acquireAsync(Singleton.key(name), LockMode.EXCLUSIVE, wait);
        open.put(new Key(attempt, name), new Request(session, lock));
        var unused = lock.thenAccept(granted).exceptionally(failure -> {
            complain(name, failure);
            failed.run();
            return null;
        });
    }

    /** Empty if it is released. */
    Optional<HeldLock> lock(long attempt, String name) {
        return Optional.ofNullable(open.get(new Key(attempt, name)))
                .map(request -> request.lock().getNow(null));
    }

    /** Withdraws the request or gives the lock back, whichever it is. */
    void release(long attempt, String name) {
        Request request = open.remove(new Key(attempt, name));
        if (request != null) {
            request.lock().cancel(true);
            request.session().close();
        }
    }

    private static void complain(String name, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof LockTimeoutException || cause instanceof CancellationException) {
            LOG.debug("the singleton {} was not granted", name, cause);
        } else {
            LOG.warn("this member does not queue for the singleton {} at present: {}", name, cause.getMessage());
        }
    }
}
