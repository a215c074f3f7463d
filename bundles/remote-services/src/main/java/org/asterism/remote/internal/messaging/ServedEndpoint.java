package org.asterism.remote.internal.messaging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.asterism.messaging.Message;
import org.asterism.messaging.RequestHandler;
import org.asterism.remote.internal.Outcome;
import org.asterism.remote.internal.ThrownExceptions;
import org.asterism.remote.internal.cbor.CodecException;
import org.asterism.remote.internal.cbor.InvocationCodec;
import org.asterism.remote.internal.cbor.PreparedMethods;
import org.asterism.remote.internal.cbor.ReceivedCall;

/**
 * Answers the calls of one service. To be called on the network thread, which it never lets wait.
 *
 * <ol>
 *   <li>A service that is non-blocking is called right there unless the call is large, any other on the executor.
 *   <li>A call whose caller has given up by the time its turn comes is not begun.
 *   <li>If too many calls wait, further ones fail at once and are not begun.
 * </ol>
 */
public final class ServedEndpoint implements RequestHandler {

    /** A larger call, in bytes, takes so long to decode that it is not done on the network thread. */
    private static final int SMALL = 16 * 1024;

    private final Invocation invocation;
    private final PreparedMethods methods;
    private final InvocationCodec codec;
    private final Executor executor;
    private final boolean nonblocking;

    /** @param nonblocking the methods of the service compute and return, they never wait for anything */
    public ServedEndpoint(
            Object service,
            PreparedMethods methods,
            InvocationCodec codec,
            Promises promises,
            Executor executor,
            boolean nonblocking) {
        this.invocation = new Invocation(service, promises);
        this.methods = methods;
        this.codec = codec;
        this.executor = executor;
        this.nonblocking = nonblocking;
    }

    @Override
    public CompletionStage<byte[]> handle(Message request) {
        if (request.payload().length > SMALL) {
            return answerOnExecutor(() -> codec.decodeCall(request.payload(), methods));
        }
        ReceivedCall call = codec.decodeCall(request.payload(), methods);
        return nonblocking ? answerHere(call) : answerOnExecutor(() -> call);
    }

    private CompletionStage<byte[]> answerHere(ReceivedCall call) {
        if (!call.method().method().asynchronous()) {
            return CompletableFuture.completedFuture(codec.encodeOutcome(call.method(), outcome(call)));
        }
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        try {
            Object result = invocation.invoke(call);
            if (invocation.mustBeWaitedFor(call.method().method(), result)) {
                submit(answer, () -> settle(call, result, answer));
            } else {
                settle(call, result, answer);
            }
        } catch (Throwable thrown) { // whatever it is, it is the caller's to know
            complete(answer, call, ThrownExceptions.describe(thrown));
        }
        return answer;
    }

    private Outcome outcome(ReceivedCall call) {
        try {
            return new Outcome.Returned(invocation.invoke(call));
        } catch (Throwable thrown) { // whatever it is, it is the caller's to know
            return ThrownExceptions.describe(thrown);
        }
    }

    private CompletionStage<byte[]> answerOnExecutor(Supplier<ReceivedCall> received) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        long arrived = System.nanoTime();
        submit(answer, () -> begin(received, arrived, answer));
        return answer;
    }

    private void begin(Supplier<ReceivedCall> received, long arrived, CompletableFuture<byte[]> answer) {
        ReceivedCall call;
        try {
            call = received.get();
        } catch (CodecException e) {
            answer.completeExceptionally(e);
            return;
        }
        if (System.nanoTime() - arrived > call.patience().toNanos()) {
            answer.completeExceptionally(
                    new RejectedExecutionException("the call waited here for longer than its caller does"));
        } else {
            answer(call, answer);
        }
    }

    private void submit(CompletableFuture<byte[]> answer, Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(
                    new RejectedExecutionException("too many calls of other members wait there", e));
        }
    }

    private void answer(ReceivedCall call, CompletableFuture<byte[]> answer) {
        try {
            settle(call, invocation.invoke(call), answer);
        } catch (Throwable thrown) { // whatever it is, it is the caller's to know
            complete(answer, call, ThrownExceptions.describe(thrown));
        }
    }

    private void settle(ReceivedCall call, Object result, CompletableFuture<byte[]> answer) {
        invocation.settle(call, result, outcome -> complete(answer, call, outcome));
    }

    private void complete(CompletableFuture<byte[]> answer, ReceivedCall call, Outcome outcome) {
        try {
            answer.complete(codec.encodeOutcome(call.method(), outcome));
        } catch (RuntimeException e) { // what cannot be carried or is too large; the caller hears that
            answer.completeExceptionally(e);
        }
    }
}
