package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockException;
import org.asterism.lock.LockUnavailableException;

/**
 * How one waits for the decision about a request. Its time is the server's to measure; who waits only makes sure that it ends,
 * a little later.
 *
 * @param answer how much later
 */
record Waiting(Acquisition request, Duration answer) {

    /** Withdraws the request if the thread is interrupted. */
    Decision interruptibly() throws InterruptedException {
        try {
            return inTime();
        } catch (InterruptedException e) {
            giveUp(() -> new LockUnavailableException("the thread was interrupted"));
            throw e;
        }
    }

    /** Keeps the interruption of the thread for later. */
    Decision uninterruptibly() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return inTime();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Completed where the decision is; ending the future in any other way withdraws the request. */
    CompletableFuture<HeldLock> asynchronously(Timers timers) {
        CompletableFuture<HeldLock> future = new CompletableFuture<>();
        var told = request.decision().thenAccept(decision -> tell(decision, future));
        var withdrawn = future.whenComplete(
                (lock, failure) -> request.withdraw(() -> new LockUnavailableException("the request was cancelled")));
        if (!told.isDone() && !withdrawn.isDone()) {
            Future<?> end = timers.later(() -> checkTime(timers), request.left());
            var unused = request.decision().thenRun(() -> end.cancel(false));
        }
        return future;
    }

    private static void tell(Decision decision, CompletableFuture<HeldLock> future) {
        if (decision instanceof Decision.Granted granted) {
            HeldLock lock = granted.locks().get(0);
            if (!future.complete(lock)) {
                lock.close();
            }
        } else {
            future.completeExceptionally(((Decision.Failed) decision).reason().get());
        }
    }

    private void checkTime(Timers timers) {
        if (request.isAsked()) {
            Future<?> unused = timers.later(() -> request.withdraw(this::unanswered), answer);
        } else {
            request.withdraw(this::unavailable);
        }
    }

    private Decision inTime() throws InterruptedException {
        return within(
                request.left(),
                () -> request.isAsked() ? within(answer, () -> end(this::unanswered)) : end(this::unavailable));
    }

    private Decision end(Supplier<LockException> reason) throws InterruptedException {
        request.withdraw(reason);
        return within(answer, () -> {
            throw unanswered();
        });
    }

    private Decision within(Duration time, Late late) throws InterruptedException {
        try {
            return request.decision().get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return late.decision();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a decision never fails", e);
        }
    }

    private void giveUp(Supplier<LockException> reason) {
        request.withdraw(reason);
        var unused = request.decision().thenAccept(decision -> {
            if (decision instanceof Decision.Granted granted) {
                granted.locks().forEach(HeldLock::close);
            }
        });
    }

    private LockException unanswered() {
        return new LockUnavailableException("the lock server did not answer about " + request.what());
    }

    private LockException unavailable() {
        return new LockUnavailableException("there is no lock server to ask for " + request.what());
    }

    private interface Late {
        Decision decision() throws InterruptedException;
    }
}
