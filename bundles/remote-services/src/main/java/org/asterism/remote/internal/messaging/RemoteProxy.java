package org.asterism.remote.internal.messaging;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.asterism.messaging.MessagingException;
import org.asterism.messaging.RequestTimeoutException;
import org.asterism.remote.internal.MethodTable;
import org.asterism.remote.internal.Outcome;
import org.asterism.remote.internal.RemoteMethod;
import org.asterism.remote.internal.ThrownExceptions;
import org.asterism.remote.internal.cbor.CodecException;
import org.asterism.remote.internal.cbor.InvocationCodec;

/**
 * Stands for a service of another member. Each call is one request; it is never sent again. Methods of {@code Object} are
 * answered here. Two proxies are equal if they are the same object.
 */
public final class RemoteProxy implements InvocationHandler {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final RemoteTarget target;
    private final MethodTable methods;
    private final InvocationCodec codec;
    private final MessageLink link;
    private final Executor continuations;
    private final BiFunction<String, Throwable, RuntimeException> transportFailure;

    /**
     * @param continuations where the futures that the service returns are completed
     * @param transportFailure makes what the caller sees when a call does not come through, of a message and a cause
     */
    public RemoteProxy(
            RemoteTarget target,
            MethodTable methods,
            InvocationCodec codec,
            MessageLink link,
            Executor continuations,
            BiFunction<String, Throwable, RuntimeException> transportFailure) {
        this.target = target;
        this.methods = methods;
        this.codec = codec;
        this.link = link;
        this.continuations = continuations;
        this.transportFailure = transportFailure;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass().equals(Object.class)) {
            return ofObject(proxy, method, arguments);
        }
        RemoteMethod remote = methods.find(RemoteMethod.signature(method)).orElseThrow();
        CompletableFuture<byte[]> answer = call(remote, arguments);
        return remote.asynchronous() ? future(remote, answer) : await(remote, answer);
    }

    private CompletableFuture<byte[]> call(RemoteMethod method, Object[] arguments) {
        try {
            byte[] call = codec.encodeCall(method, target.timeout(), arguments);
            return link.call(target.owner(), target.endpointId(), call, target.timeout())
                    .toCompletableFuture();
        } catch (CodecException | MessagingException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "remote service " + target;
        };
    }

    private CompletableFuture<Object> future(RemoteMethod method, CompletableFuture<byte[]> answer) {
        return answer.handleAsync(
                (bytes, failure) -> {
                    try {
                        return result(method, bytes, failure);
                    } catch (Throwable thrown) { // whatever the service threw, and nothing is lost: it fails the future
                        throw new CompletionException(thrown);
                    }
                },
                continuations);
    }

    private Object await(RemoteMethod method, CompletableFuture<byte[]> answer) throws Throwable {
        byte[] bytes = null;
        Throwable failure = null;
        try {
            bytes = answer.get(target.timeout().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            failure = e.getCause();
        } catch (TimeoutException e) {
            failure = new RequestTimeoutException("no answer within " + target.timeout());
        } catch (InterruptedException e) {
            failure = interrupted(method, e);
        }
        return result(method, bytes, failure);
    }

    private static Throwable interrupted(RemoteMethod method, InterruptedException e) throws InterruptedException {
        if (Arrays.asList(method.method().getExceptionTypes()).contains(InterruptedException.class)) {
            throw e;
        }
        Thread.currentThread().interrupt();
        return e;
    }

    private Object result(RemoteMethod method, byte[] bytes, Throwable failure) throws Throwable {
        if (failure != null) {
            throw failed(method, failure instanceof CompletionException ? failure.getCause() : failure);
        }
        Outcome outcome = outcome(method, bytes);
        if (outcome instanceof Outcome.Threw threw) {
            throw ThrownExceptions.recreate(threw, method);
        }
        return ((Outcome.Returned) outcome).value();
    }

    private Outcome outcome(RemoteMethod method, byte[] bytes) {
        try {
            return codec.decodeOutcome(bytes, method);
        } catch (CodecException e) {
            throw failed(method, e);
        }
    }

    private RuntimeException failed(RemoteMethod method, Throwable cause) {
        return transportFailure.apply(
                "the call of " + method.signature() + " at " + target + " failed: " + cause.getMessage(), cause);
    }
}
