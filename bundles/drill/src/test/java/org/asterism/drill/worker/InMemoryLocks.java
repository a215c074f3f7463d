package org.asterism.drill.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asterism.drill.history.Modes;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLostException;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockSession;
import org.asterism.lock.LockTimeoutException;
import org.asterism.testing.lock.PartialLocks;

/** A lock service without a cluster, as simple as can be; subclasses are wrong on purpose. */
class InMemoryLocks extends PartialLocks {

    private final Set<InMemoryLock> held = new LinkedHashSet<>();
    private final List<Waiting> queue = new ArrayList<>();
    private long tokens;
    private long sessions;

    private record Waiting(String session, List<LockRequest> locks, Optional<InMemoryLock> promoted) {}

    @Override
    public synchronized LockSession openSession() {
        sessions++;
        return new InMemorySession("session-" + sessions, this);
    }

    /** Whether this must wait for that one. */
    boolean excludes(InMemoryLock holder, String session, LockRequest wanted) {
        return holder.key().overlaps(wanted.key())
                && (holder.session().equals(session)
                        ? Modes.excludeInOneSession(holder.mode(), wanted.mode())
                        : Modes.exclude(holder.mode(), wanted.mode()));
    }

    /** Which of those that can be served goes first. */
    boolean waitsBehind(int place, int other) {
        return other < place;
    }

    long nextToken() {
        tokens++;
        return tokens;
    }

    synchronized List<InMemoryLock> acquire(
            String session, List<LockRequest> locks, Optional<InMemoryLock> promoted, Duration patience)
            throws InterruptedException {
        Waiting me = new Waiting(session, locks, promoted);
        long end = System.nanoTime() + patience.toNanos();
        queue.add(me);
        try {
            while (!isServed(me)) {
                long left = end - System.nanoTime();
                if (promoted.isPresent() && !promoted.get().isValid()) {
                    throw new LockLostException("promoted by another one");
                } else if (left <= 0) {
                    throw new LockTimeoutException("not in time");
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            promoted.ifPresent(this::promote);
            List<InMemoryLock> granted = locks.stream()
                    .map(lock -> new InMemoryLock(this, session, lock.key(), lock.mode(), nextToken()))
                    .toList();
            held.addAll(granted);
            return granted;
        } finally {
            queue.remove(me);
            notifyAll();
        }
    }

    /** Without a thread that waits: with one that nobody sees. */
    CompletableFuture<InMemoryLock> acquireAsync(String session, LockRequest lock, Duration patience) {
        CompletableFuture<InMemoryLock> future = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                InMemoryLock granted = acquire(session, List.of(lock), Optional.empty(), patience)
                        .get(0);
                if (!future.complete(granted)) {
                    granted.close();
                }
            } catch (InterruptedException | RuntimeException e) {
                future.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    synchronized void release(InMemoryLock lock) {
        held.remove(lock);
        notifyAll();
    }

    synchronized void releaseAll(String session) {
        held.removeIf(lock -> lock.session().equals(session));
        notifyAll();
    }

    synchronized boolean isHeld(InMemoryLock lock) {
        return held.contains(lock);
    }

    private void promote(InMemoryLock optimistic) {
        LockKey key = optimistic.key();
        List<InMemoryLock> dropped = held.stream()
                .filter(lock -> lock.mode() == LockMode.OPTIMISTIC && lock.key().overlaps(key))
                .filter(lock -> lock.equals(optimistic) || !lock.session().equals(optimistic.session()))
                .toList();
        dropped.forEach(held::remove);
        dropped.stream().filter(lock -> !lock.equals(optimistic)).forEach(InMemoryLock::dropped);
    }

    private boolean isServed(Waiting me) {
        int place = queue.indexOf(me);
        if (me.promoted.isPresent() && !me.promoted.get().isValid()) {
            return false;
        }
        return held.stream().noneMatch(holder -> stands(holder, me))
                && queue.stream()
                        .filter(other -> waitsBehind(place, queue.indexOf(other)))
                        .filter(other -> held.stream()
                                .noneMatch(holder -> holder.session().equals(me.session) && stands(holder, other)))
                        .noneMatch(other -> other.locks.stream().anyMatch(theirs -> me.locks.stream()
                                .anyMatch(mine -> mine.key().overlaps(theirs.key())
                                        && Modes.exclude(mine.mode(), theirs.mode()))));
    }

    private boolean stands(InMemoryLock holder, Waiting waiting) {
        boolean drops = waiting.promoted.isPresent() && holder.mode() == LockMode.OPTIMISTIC;
        return !drops && waiting.locks.stream().anyMatch(wanted -> excludes(holder, waiting.session, wanted));
    }
}
