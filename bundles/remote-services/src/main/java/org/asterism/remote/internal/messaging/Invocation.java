package org.asterism.remote.internal.messaging;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.asterism.remote.internal.Outcome;
import org.asterism.remote.internal.RemoteMethod;
import org.asterism.remote.internal.ThrownExceptions;
import org.asterism.remote.internal.cbor.ReceivedCall;

/** Carries out calls of one service. */
final class Invocation {

    private final Object service;
    private final Promises promises;

    Invocation(Object service, Promises promises) {
        this.service = service;
        this.promises = promises;
    }

    /** Calls the service, with its own class loader as that of the thread. */
    Object invoke(ReceivedCall call) throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        thread.setContextClassLoader(service.getClass().getClassLoader());
        try {
            return call.method().method().method().invoke(service, call.arguments());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            thread.setContextClassLoader(former);
        }
    }

    /** Whether what a method has returned must be waited for by a thread. */
    boolean mustBeWaitedFor(RemoteMethod method, Object result) {
        return method.asynchronous()
                && result instanceof Future<?> future
                && !(result instanceof CompletionStage<?>)
                && !future.isDone();
    }

    /** Tells what came of a call, at once or when the service completes its future. */
    void settle(ReceivedCall call, Object result, Consumer<Outcome> outcome) {
        if (!call.method().method().asynchronous()) {
            outcome.accept(new Outcome.Returned(result));
        } else if (result instanceof CompletionStage<?> stage) {
            tell(stage, outcome);
        } else if (result instanceof Future<?> future) {
            outcome.accept(awaited(future, call.patience()));
        } else if (result == null) {
            outcome.accept(ThrownExceptions.describe(new NullPointerException("the service returned no future")));
        } else {
            tell(promises.stage(result), outcome);
        }
    }

    private static void tell(CompletionStage<?> stage, Consumer<Outcome> outcome) {
        var unused = stage.whenComplete((value, thrown) -> outcome.accept(
                thrown == null ? new Outcome.Returned(value) : ThrownExceptions.describe(unwrapped(thrown))));
    }

    private static Outcome awaited(Future<?> future, Duration patience) {
        try {
            return new Outcome.Returned(future.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return ThrownExceptions.describe(e.getCause());
        } catch (TimeoutException e) {
            return ThrownExceptions.describe(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ThrownExceptions.describe(e);
        }
    }

    private static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
