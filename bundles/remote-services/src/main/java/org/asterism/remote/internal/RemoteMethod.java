package org.asterism.remote.internal;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.asterism.remote.Idempotent;

/**
 * A method of a service's interface.
 *
 * @param signature its name with the erased types of its parameters: {@code add(int,java.util.List)}
 * @param id what stands for the signature in a call
 * @param service the interface the service was offered by; type variables of its parents are bound there
 * @param resultType what travels back: for a future, what the future is of
 * @param asynchronous whether it returns a future
 * @param idempotent whether a call may be sent a second time
 */
public record RemoteMethod(
        String signature,
        long id,
        Class<?> service,
        Method method,
        List<Type> parameterTypes,
        Type resultType,
        boolean asynchronous,
        boolean idempotent) {

    /** By name, because the interface of OSGi is there only where somebody uses it. */
    public static final String PROMISE = "org.osgi.util.promise.Promise";

    private static final Set<String> FUTURES =
            Set.of(Future.class.getName(), CompletionStage.class.getName(), CompletableFuture.class.getName(), PROMISE);

    /** Reads a method of an interface. */
    public static RemoteMethod of(Class<?> service, Method method) {
        String signature = signature(method);
        boolean asynchronous = FUTURES.contains(method.getReturnType().getName());
        return new RemoteMethod(
                signature,
                id(signature),
                service,
                method,
                List.of(method.getGenericParameterTypes()),
                asynchronous ? content(method.getGenericReturnType()) : method.getGenericReturnType(),
                asynchronous,
                isIdempotent(service, method));
    }

    /** What tells a method from all others of its interface. */
    public static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getName)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }

    /** Its name in full, for people. */
    public String fullName() {
        return service.getName() + "." + signature;
    }

    private static boolean isIdempotent(Class<?> service, Method method) {
        return method.isAnnotationPresent(Idempotent.class)
                || method.getDeclaringClass().isAnnotationPresent(Idempotent.class)
                || service.isAnnotationPresent(Idempotent.class);
    }

    private static long id(String signature) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(signature.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Type content(Type future) {
        return future instanceof ParameterizedType type ? type.getActualTypeArguments()[0] : Object.class;
    }
}
