package org.asterism.persistence.internal.jta;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.asterism.lock.HeldLock;

/** A lock that was asked for, as what it becomes when it is granted; cancelling this withdraws the request. */
final class PendingLock extends CompletableFuture<HeldLock> {

    private final CompletableFuture<HeldLock> asked;

    PendingLock(CompletableFuture<HeldLock> asked, UnaryOperator<HeldLock> granted) {
        this.asked = asked;
        CompletionStage<HeldLock> answer = asked;
        answer.whenComplete((lock, failure) -> {
            if (failure == null) {
                complete(granted.apply(lock));
            } else {
                completeExceptionally(failure);
            }
        });
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        asked.cancel(mayInterruptIfRunning);
        return super.cancel(mayInterruptIfRunning);
    }
}
