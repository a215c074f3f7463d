package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.asterism.lock.HeldLock;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockTimeoutException;
import org.asterism.lock.internal.client.ThreadLocks.Owner;

/** A lock of the cluster as the platform knows locks: owned by threads, re-entrant. */
final class ThreadLock implements Lock {

    private final ThreadLocks threads;
    private final LockRequest what;

    ThreadLock(ThreadLocks threads, LockRequest what) {
        this.threads = threads;
        this.what = what;
    }

    @Override
    public void lock() {
        if (!again()) {
            hold(() -> Optional.of(threads.owner().session().acquireUninterruptibly(what)));
        }
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        throwIfInterrupted();
        if (!again()) {
            hold(() -> Optional.of(acquire(ClientSession.FOREVER)));
        }
    }

    @Override
    public boolean tryLock() {
        return again() || hold(() -> threads.owner().session().tryUninterruptibly(what));
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        throwIfInterrupted();
        return again() || hold(() -> acquireWithin(Duration.ofNanos(unit.toNanos(time))));
    }

    @Override
    public void unlock() {
        Owner owner = threads.owner();
        ThreadHold hold = owner.holds().get(what);
        if (hold == null) {
            forgetIfIdle(owner);
            throw new IllegalMonitorStateException("this thread does not hold " + this);
        }
        boolean valid = hold.isValid();
        if (hold.release()) {
            owner.holds().remove(what);
            forgetIfIdle(owner);
        }
        if (!valid) {
            throw new IllegalMonitorStateException(this + " was lost meanwhile");
        }
    }

    @Override
    public Condition newCondition() {
        throw new UnsupportedOperationException("locks of the cluster have no conditions");
    }

    private boolean again() {
        ThreadHold hold = threads.owner().holds().get(what);
        if (hold != null) {
            hold.again();
        }
        return hold != null;
    }

    private <E extends Exception> boolean hold(Source<E> source) throws E {
        Owner owner = threads.owner();
        try {
            Optional<HeldLock> lock = source.get();
            lock.ifPresent(held -> owner.holds().put(what, new ThreadHold(held)));
            return lock.isPresent();
        } finally {
            forgetIfIdle(owner);
        }
    }

    private Optional<HeldLock> acquireWithin(Duration wait) throws InterruptedException {
        try {
            return Optional.of(acquire(wait));
        } catch (LockTimeoutException e) {
            return Optional.empty(); // that is what was asked
        }
    }

    private HeldLock acquire(Duration wait) throws InterruptedException {
        return threads.owner().session().acquire(what.key(), what.mode(), wait);
    }

    private void forgetIfIdle(Owner owner) {
        if (owner.holds().isEmpty()) {
            threads.forget();
        }
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private interface Source<E extends Exception> {
        Optional<HeldLock> get() throws E;
    }

    @Override
    public String toString() {
        return what.mode() + " " + what.key();
    }
}
