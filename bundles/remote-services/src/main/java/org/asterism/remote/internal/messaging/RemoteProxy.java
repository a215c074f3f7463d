package org.asterism.remote.internal.messaging;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.asterism.messaging.MessagingException;
import org.asterism.remote.internal.Outcome;
import org.asterism.remote.internal.RemoteMethod;
import org.asterism.remote.internal.ThrownExceptions;
import org.asterism.remote.internal.cbor.CodecException;
import org.asterism.remote.internal.cbor.InvocationCodec;
import org.asterism.remote.internal.cbor.PreparedMethod;
import org.asterism.remote.internal.cbor.PreparedMethods;

/**
 * Stands for a service of another member. Methods of {@code Object} are answered here. Two proxies are equal if they are the
 * same object.
 */
public final class RemoteProxy implements InvocationHandler {

    /** What all proxies share. */
    public record Environment(
            InvocationCodec codec,
            MessageLink link,
            EndpointPresence presence,
            Executor continuations,
            Promises promises,
            BiFunction<String, Throwable, RuntimeException> transportFailure) {}

    private final CallSender sender;
    private final PreparedMethods methods;
    private final Environment environment;

    public RemoteProxy(RemoteTarget target, PreparedMethods methods, Environment environment) {
        this.sender = new CallSender(target, environment.link(), environment.presence());
        this.methods = methods;
        this.environment = environment;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        PreparedMethod prepared = methods.of(method);
        if (!prepared.method().asynchronous()) {
            return call(prepared, arguments);
        }
        CompletableFuture<Object> future = request(prepared, arguments);
        return environment.promises().isPromise(method.getReturnType())
                ? environment.promises().promise(future)
                : future;
    }

    private Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "remote service " + sender.target();
        };
    }

    private Object call(PreparedMethod method, Object[] arguments) throws Throwable {
        byte[] answer;
        try {
            answer = sender.call(encoded(method, arguments), method.method().idempotent());
        } catch (CodecException | MessagingException e) {
            throw failed(method.method(), e);
        } catch (InterruptedException e) {
            throw interrupted(method.method(), e);
        }
        return result(method, answer);
    }

    private byte[] encoded(PreparedMethod method, Object[] arguments) {
        return environment.codec().encodeCall(method, sender.target().timeout(), arguments);
    }

    private Throwable interrupted(RemoteMethod method, InterruptedException e) {
        if (Arrays.asList(method.method().getExceptionTypes()).contains(InterruptedException.class)) {
            return e;
        }
        Thread.currentThread().interrupt();
        return failed(method, e);
    }

    private CompletableFuture<Object> request(PreparedMethod method, Object[] arguments) {
        return ask(method, arguments)
                .handleAsync((answer, failure) -> settled(method, answer, failure), environment.continuations());
    }

    private CompletableFuture<byte[]> ask(PreparedMethod method, Object[] arguments) {
        try {
            return sender.request(encoded(method, arguments), method.method().idempotent());
        } catch (CodecException | MessagingException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Object settled(PreparedMethod method, byte[] answer, Throwable failure) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            throw new CompletionException(failed(method.method(), cause));
        }
        try {
            return result(method, answer);
        } catch (Throwable thrown) { // whatever the service threw, and nothing is lost: it fails the future
            throw new CompletionException(thrown);
        }
    }

    private Object result(PreparedMethod method, byte[] answer) throws Throwable {
        Outcome outcome;
        try {
            outcome = environment.codec().decodeOutcome(answer, method);
        } catch (CodecException e) {
            throw failed(method.method(), e);
        }
        if (outcome instanceof Outcome.Returned returned) {
            return returned.value();
        }
        throw ThrownExceptions.recreate((Outcome.Threw) outcome, method.method());
    }

    private RuntimeException failed(RemoteMethod method, Throwable cause) {
        String message = "the call of " + method.signature() + " at " + sender.target() + " failed: ";
        return environment.transportFailure().apply(message + cause.getMessage(), cause);
    }
}
