package org.asterism.remote.internal.messaging;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.messaging.Message;
import org.asterism.messaging.RequestHandler;
import org.asterism.remote.internal.MethodTable;
import org.asterism.remote.internal.Outcome;
import org.asterism.remote.internal.RemoteMethod;
import org.asterism.remote.internal.ThrownExceptions;
import org.asterism.remote.internal.cbor.InvocationCodec;
import org.asterism.remote.internal.cbor.ReceivedCall;

/** Carries out the calls to one service on the executor. A call whose caller has given up by then is not begun. */
public final class ServedEndpoint implements RequestHandler {

    private final Object service;
    private final MethodTable methods;
    private final InvocationCodec codec;
    private final Executor executor;

    public ServedEndpoint(Object service, MethodTable methods, InvocationCodec codec, Executor executor) {
        this.service = service;
        this.methods = methods;
        this.codec = codec;
        this.executor = executor;
    }

    @Override
    public CompletionStage<byte[]> handle(Message request) {
        long arrived = System.nanoTime();
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        try {
            var unused = CompletableFuture.supplyAsync(() -> answer(request, arrived), executor)
                    .thenCompose(stage -> stage)
                    .whenComplete((bytes, failure) -> complete(answer, bytes, failure));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(
                    new RejectedExecutionException("too many calls of other members wait there", e));
        }
        return answer;
    }

    private static void complete(CompletableFuture<byte[]> answer, byte[] bytes, Throwable failure) {
        if (failure == null) {
            answer.complete(bytes);
        } else {
            answer.completeExceptionally(unwrapped(failure));
        }
    }

    private CompletionStage<byte[]> answer(Message request, long arrived) {
        ReceivedCall call = codec.decodeCall(request.payload(), methods);
        Duration waited = Duration.ofNanos(System.nanoTime() - arrived);
        if (waited.compareTo(call.patience()) > 0) {
            throw new RejectedExecutionException("the call waited here for longer than its caller does");
        }
        RemoteMethod method = call.method();
        return invoke(call)
                .handle((value, thrown) ->
                        thrown == null ? new Outcome.Returned(value) : ThrownExceptions.describe(unwrapped(thrown)))
                .thenApply(outcome -> codec.encodeOutcome(method, outcome));
    }

    private CompletionStage<?> invoke(ReceivedCall call) {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        thread.setContextClassLoader(service.getClass().getClassLoader());
        try {
            Object result = call.method().method().invoke(service, call.arguments());
            return call.method().asynchronous()
                    ? stage(result, call.patience())
                    : CompletableFuture.completedFuture(result);
        } catch (InvocationTargetException e) {
            return CompletableFuture.failedFuture(e.getCause());
        } catch (IllegalAccessException e) {
            return CompletableFuture.failedFuture(e);
        } finally {
            thread.setContextClassLoader(former);
        }
    }

    private static CompletionStage<?> stage(Object result, Duration patience) {
        if (result instanceof CompletionStage<?> stage) {
            return stage;
        }
        try {
            return CompletableFuture.completedFuture(
                    ((Future<?>) result).get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return CompletableFuture.failedFuture(e.getCause());
        } catch (TimeoutException e) {
            return CompletableFuture.failedFuture(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
