package org.asterism.remote.internal;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * A method of a service's interface.
 *
 * @param signature its name with the erased types of its parameters: {@code add(int,java.util.List)}
 * @param resultType what travels back: for a future, what the future is of
 * @param asynchronous whether it returns a future
 */
public record RemoteMethod(
        String signature, Method method, List<Type> parameterTypes, Type resultType, boolean asynchronous) {

    private static final List<Class<?>> FUTURES = List.of(Future.class, CompletionStage.class, CompletableFuture.class);

    /** Reads a method of an interface. */
    public static RemoteMethod of(Method method) {
        boolean asynchronous = FUTURES.contains(method.getReturnType());
        return new RemoteMethod(
                signature(method),
                method,
                List.of(method.getGenericParameterTypes()),
                asynchronous ? content(method.getGenericReturnType()) : method.getGenericReturnType(),
                asynchronous);
    }

    /** What tells a method from all others of its interface. */
    public static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getName)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }

    private static Type content(Type future) {
        return future instanceof ParameterizedType type ? type.getActualTypeArguments()[0] : Object.class;
    }
}
