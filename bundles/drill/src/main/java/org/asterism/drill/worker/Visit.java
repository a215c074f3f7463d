package org.asterism.drill.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.asterism.drill.history.Event;
import org.asterism.drill.history.Outcome;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockService;
import org.asterism.lock.LockSession;

/** A session that asks for locks in every way there is, and tells what it gets. For one thread. */
final class Visit implements AutoCloseable {

    private final LockSession session;
    private final Recorder recorder;

    Visit(LockService locks, Recorder recorder) {
        this.session = locks.openSession();
        this.recorder = recorder;
    }

    /** Asks for locks in one request. Without result if they are not had. */
    @FunctionalInterface
    interface Asking {
        List<HeldLock> ask() throws InterruptedException, ExecutionException, TimeoutException;
    }

    Optional<Stay> one(LockRequest lock, Duration patience) {
        return first(attempt(
                List.of(lock),
                patience,
                Optional.empty(),
                () -> List.of(session.acquire(lock.key(), lock.mode(), patience))));
    }

    /** All or none. */
    List<Stay> all(List<LockRequest> locks, Duration patience) {
        return attempt(locks, patience, Optional.empty(), () -> session.acquireAll(locks, patience));
    }

    /** Without waiting. */
    Optional<Stay> now(LockRequest lock) {
        return first(attempt(
                List.of(lock), Duration.ZERO, Optional.empty(), () -> session.tryAcquire(lock.key(), lock.mode())
                        .map(List::of)
                        .orElse(List.of())));
    }

    /** Without a thread that waits; withdrawn if it is not had after a while. */
    Optional<Stay> later(LockRequest lock, Duration patience, Duration withdrawn) {
        return first(attempt(
                List.of(lock),
                patience,
                Optional.empty(),
                () -> List.of(
                        Futures.await(session.acquireAsync(lock.key(), lock.mode(), patience), patience, withdrawn))));
    }

    /** What was optimistic becomes exclusive. */
    Optional<Stay> promote(Stay stay, Duration patience) {
        LockRequest lock = new LockRequest(stay.lock().key(), LockMode.EXCLUSIVE);
        return first(attempt(
                List.of(lock),
                patience,
                Optional.of(stay.attempt()),
                () -> List.of(stay.lock().promote(patience))));
    }

    /** Asks whether something is free; the answer may be wrong already when it comes. */
    void look(LockRequest lock) throws InterruptedException {
        session.isFree(lock.key(), lock.mode());
    }

    private List<Stay> attempt(List<LockRequest> locks, Duration patience, Optional<String> promotes, Asking asking) {
        String id = recorder.nextAttempt();
        recorder.tell(new Event.Asked(id, System.nanoTime(), session.id(), patience.toNanos(), locks, promotes));
        try {
            List<HeldLock> held = asking.ask();
            long at = System.nanoTime();
            if (held.isEmpty()) {
                recorder.tell(new Event.Ended(id, at, Outcome.BUSY, ""));
                return List.of();
            }
            recorder.tell(new Event.Granted(
                    id, at, held.stream().map(HeldLock::fencingToken).toList()));
            return IntStream.range(0, held.size())
                    .mapToObj(number -> new Stay(held.get(number), session.id(), id, number, recorder))
                    .toList();
        } catch (InterruptedException | ExecutionException | TimeoutException | RuntimeException e) {
            recorder.tell(new Event.Ended(id, System.nanoTime(), Outcomes.of(e), e.toString()));
            return List.of();
        }
    }

    private static Optional<Stay> first(List<Stay> stays) {
        return stays.stream().findFirst();
    }

    @Override
    public void close() {
        session.close();
    }
}
