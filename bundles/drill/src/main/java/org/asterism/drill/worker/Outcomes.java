package org.asterism.drill.worker;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.asterism.drill.history.Outcome;
import org.asterism.lock.DeadlockException;
import org.asterism.lock.LockLostException;
import org.asterism.lock.LockRefusedException;
import org.asterism.lock.LockTimeoutException;
import org.asterism.lock.LockUnavailableException;

/** What an exception of the lock service says. */
final class Outcomes {

    private Outcomes() {}

    static Outcome of(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof LockTimeoutException) {
            return Outcome.TIMED_OUT;
        } else if (cause instanceof LockUnavailableException) {
            return Outcome.UNAVAILABLE;
        } else if (cause instanceof LockRefusedException) {
            return Outcome.REFUSED;
        } else if (cause instanceof DeadlockException) {
            return Outcome.DEADLOCK;
        } else if (cause instanceof LockLostException) {
            return Outcome.LOST;
        } else if (cause instanceof CancellationException) {
            return Outcome.CANCELLED;
        }
        return cause instanceof InterruptedException ? Outcome.INTERRUPTED : Outcome.WRONG;
    }
}
