package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterEvent.HubConnected;
import org.asterism.cluster.ClusterEvent.HubDisconnected;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterView;
import org.asterism.lock.internal.Lease;
import org.asterism.lock.internal.cbor.DeclareRequest;
import org.asterism.lock.internal.cbor.LeaseAnswer;
import org.asterism.lock.internal.client.LockServerCalls.NoAnswerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Declares to each new server what is held, and renews the lease; has one thread for both. */
final class ServerContact implements ClusterListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerContact.class);
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final LockBook book;
    private final LockServerCalls server;
    private final LockClientSettings settings;
    private final LongSupplier nanoTime;
    private final ScheduledThreadPoolExecutor executor;
    /** Touched on the own thread only. */
    private Future<?> keepAlive = CompletableFuture.completedFuture(null);

    ServerContact(LockConnection connection) {
        this.book = connection.book();
        this.server = connection.server();
        this.settings = connection.settings();
        this.nanoTime = connection.nanoTime();
        this.executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "asterism-lock-client");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    void begin(ClusterView view) {
        if (!view.stale()) {
            newTerm();
        }
        executor.execute(() -> keepAliveIn(third()));
    }

    @Override
    public void changed(ClusterEvent event, ClusterView before, ClusterView after) {
        if (event instanceof HubConnected) {
            newTerm();
        } else if (event instanceof HubDisconnected) {
            long unused = book.newTerm();
        }
    }

    private void newTerm() {
        long term = book.newTerm();
        executor.execute(() -> run(() -> declare(term)));
    }

    private void declare(long term) throws InterruptedException {
        if (book.term() != term) {
            return;
        }
        tell(book.expire(), "the lease is over");
        long begin = nanoTime.getAsLong();
        try {
            LeaseAnswer answer = declareAll();
            book.contact(term, lease(begin, answer));
            renew(true);
            keepAliveIn(third());
        } catch (NoAnswerException e) {
            LOG.debug("not declared yet", e);
            Future<?> unused = later(() -> declare(term), settings.retry());
        }
    }

    /** In parts; also if nothing is held, because then the server need not wait for this member. */
    private LeaseAnswer declareAll() throws NoAnswerException, InterruptedException {
        List<DeclareRequest.Lock> locks =
                book.held().stream().map(ClientLock::granted).toList();
        Set<Long> lost = new HashSet<>();
        LeaseAnswer answer = null;
        for (DeclareRequest part : DeclareRequest.of(locks)) {
            answer = server.declare(part);
            lost.addAll(answer.lost());
        }
        tell(book.end(lost), "the server has given them to others");
        return answer;
    }

    private void keepAlive() throws InterruptedException {
        tell(book.expire(), "the lease is over");
        boolean renewed = false;
        try {
            renew(false);
            renewed = true;
        } catch (NoAnswerException e) {
            LOG.debug("not renewed", e);
        } finally {
            keepAliveIn(renewed ? third() : third().dividedBy(3));
        }
    }

    private Duration third() {
        Duration third = book.leaseLength().dividedBy(3);
        return third.isZero() ? IDLE : third;
    }

    private void keepAliveIn(Duration pause) {
        keepAlive.cancel(false);
        keepAlive = later(this::keepAlive, pause);
    }

    /** @param always also if nothing has to be kept alive, so that the server forgets what it should not know */
    private void renew(boolean always) throws NoAnswerException, InterruptedException {
        LockBook.Renewal renewal = book.renewal();
        if (!book.isDeclared() || !(always || !renewal.request().requests().isEmpty())) {
            return;
        }
        long begin = nanoTime.getAsLong();
        LeaseAnswer answer = server.renew(renewal.request());
        if (answer.known()) {
            Set<Long> lost = new HashSet<>(answer.lost());
            lost.retainAll(renewal.held());
            tell(book.end(lost), "the server has freed them");
            book.contact(renewal.term(), lease(begin, answer));
        } else {
            LOG.info("locks: declared → unknown, the lock server has started again");
            newTerm();
        }
    }

    private static Lease lease(long begin, LeaseAnswer answer) {
        return new Lease(begin, Duration.ofMillis(answer.leaseMillis()));
    }

    private static void tell(List<ClientLock> ended, String cause) {
        ended.forEach(lock -> LOG.warn("lock {}: held → lost, {}", lock.key(), cause));
    }

    private Future<?> later(Task task, Duration pause) {
        return executor.schedule(() -> run(task), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void run(Task task) {
        try {
            task.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the lock client failed", e);
        }
    }

    private interface Task {
        void run() throws InterruptedException;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
