package org.asterism.drill.worker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.asterism.drill.history.Event;
import org.asterism.drill.register.Register;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockMode;

/** A lock while it is held; tells whether it is believed in. For one thread. */
final class Stay {

    private static final Duration LOOK = Duration.ofMillis(15);

    /** A lock is invalid at once, but who lost it hears why a little later. */
    private static final Duration HEARD = Duration.ofSeconds(1);

    private final HeldLock lock;
    private final String session;
    private final String attempt;
    private final int number;
    private final Recorder recorder;
    private final AtomicBoolean lost = new AtomicBoolean();
    private final CountDownLatch told = new CountDownLatch(1);

    /** @param number of the lock in its attempt */
    Stay(HeldLock lock, String session, String attempt, int number, Recorder recorder) {
        this.lock = lock;
        this.session = session;
        this.attempt = attempt;
        this.number = number;
        this.recorder = recorder;
        lock.lost().thenAccept(loss -> lost(loss.cause()));
    }

    String attempt() {
        return attempt;
    }

    HeldLock lock() {
        return lock;
    }

    /** Whether the lock calls itself valid. The moment before it is asked is what counts: it may be paused in between. */
    boolean believes() {
        long at = System.nanoTime();
        boolean valid = lock.isValid();
        if (valid) {
            recorder.tell(new Event.Believed(attempt, at, number));
        } else {
            awaitCause();
        }
        return valid;
    }

    /** Keeps it for a while, as long as it is valid. */
    void hold(Duration time, BooleanSupplier ended) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (believes() && System.nanoTime() - end < 0 && !ended.getAsBoolean()) {
            TimeUnit.NANOSECONDS.sleep(Math.min(LOOK.toNanos(), Math.max(1, end - System.nanoTime())));
        }
    }

    /** Writes as a holder should: if it believes in the lock, and with the token. */
    void write(Register register, List<LockKey> cells) {
        for (LockKey cell : cells) {
            if (lock.mode() != LockMode.SHARED && lock.mode() != LockMode.OPTIMISTIC && believes()) {
                if (!register.write(cell, lock.fencingToken(), session)) {
                    recorder.tell(new Event.Refused(attempt, System.nanoTime(), number));
                }
                believes();
            }
        }
    }

    void release() {
        recorder.tell(new Event.Released(attempt, System.nanoTime(), number));
        lost.set(true);
        lock.close();
    }

    private void awaitCause() {
        try {
            if (!told.await(HEARD.toMillis(), TimeUnit.MILLISECONDS)) {
                lost(LockLoss.Cause.LEASE_OVER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lost(LockLoss.Cause cause) {
        if (lost.compareAndSet(false, true)) {
            recorder.tell(new Event.Lost(attempt, System.nanoTime(), number, cause));
        }
        told.countDown();
    }
}
