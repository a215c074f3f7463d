package org.asterism.remote.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.asterism.remote.RemoteInvocationException;

/**
 * Exceptions on their way from the service to the caller. Only types that the caller's interface names, and a closed list of
 * {@code java.lang}, are made again; no class is ever looked up by a name that came over the wire.
 */
public final class ThrownExceptions {

    private static final int MAX_TYPES = 16;
    private static final int MAX_MESSAGE = 4096;
    private static final Set<Class<?>> TOO_GENERAL = Set.of(RuntimeException.class, Error.class, Throwable.class);

    private static final Map<String, Function<String, RuntimeException>> JAVA_LANG = Map.ofEntries(
            Map.entry("java.lang.ArithmeticException", ArithmeticException::new),
            Map.entry("java.lang.ArrayIndexOutOfBoundsException", ArrayIndexOutOfBoundsException::new),
            Map.entry("java.lang.ClassCastException", ClassCastException::new),
            Map.entry("java.lang.IllegalArgumentException", IllegalArgumentException::new),
            Map.entry("java.lang.IllegalStateException", IllegalStateException::new),
            Map.entry("java.lang.IndexOutOfBoundsException", IndexOutOfBoundsException::new),
            Map.entry("java.lang.NegativeArraySizeException", NegativeArraySizeException::new),
            Map.entry("java.lang.NullPointerException", NullPointerException::new),
            Map.entry("java.lang.NumberFormatException", NumberFormatException::new),
            Map.entry("java.lang.SecurityException", SecurityException::new),
            Map.entry("java.lang.StringIndexOutOfBoundsException", StringIndexOutOfBoundsException::new),
            Map.entry("java.lang.UnsupportedOperationException", UnsupportedOperationException::new));

    private ThrownExceptions() {}

    /** What is told to the caller of an exception. */
    public static Outcome.Threw describe(Throwable thrown) {
        List<String> types = new ArrayList<>(List.of(thrown.getClass().getName()));
        Class<?> type = thrown.getClass().getSuperclass();
        while (!TOO_GENERAL.contains(type) && !type.equals(Object.class) && types.size() < MAX_TYPES) {
            types.add(type.getName());
            type = type.getSuperclass();
        }
        String message = thrown.getMessage() == null ? "" : thrown.getMessage();
        return new Outcome.Threw(types, message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE));
    }

    /** The exception the caller shall see; its cause says what was thrown at the service's side. */
    public static Throwable recreate(Outcome.Threw threw, RemoteMethod method) {
        RemoteInvocationException origin = new RemoteInvocationException(threw.type(), threw.message());
        return declared(threw, method)
                .flatMap(type -> instance(type, threw.message(), origin))
                .or(() -> Optional.ofNullable(JAVA_LANG.get(threw.type()))
                        .map(maker -> withCause(maker.apply(threw.message()), origin)))
                .orElse(origin);
    }

    private static Optional<Class<?>> declared(Outcome.Threw threw, RemoteMethod method) {
        List<Class<?>> visible = Arrays.stream(method.method().getExceptionTypes())
                .<Class<?>>flatMap(ThrownExceptions::withPermitted)
                .toList();
        return threw.types().stream()
                .flatMap(name -> visible.stream().filter(type -> type.getName().equals(name)))
                .findFirst();
    }

    private static Stream<Class<?>> withPermitted(Class<?> type) {
        Stream<Class<?>> itself = Stream.of(type);
        return type.isSealed()
                ? Stream.concat(
                        itself, Arrays.stream(type.getPermittedSubclasses()).flatMap(ThrownExceptions::withPermitted))
                : itself;
    }

    private static Optional<Throwable> instance(Class<?> type, String message, Throwable cause) {
        if (Modifier.isAbstract(type.getModifiers())) {
            return Optional.empty();
        }
        return Stream.of(
                        List.<Class<?>>of(String.class, Throwable.class),
                        List.<Class<?>>of(String.class),
                        List.<Class<?>>of())
                .flatMap(parameters -> construct(type, parameters, List.of(message, cause)).stream())
                .findFirst()
                .map(made -> withCause(made, cause));
    }

    private static Optional<Throwable> construct(Class<?> type, List<Class<?>> parameters, List<Object> arguments) {
        try {
            Constructor<?> constructor = type.getConstructor(parameters.toArray(Class<?>[]::new));
            Object[] values = arguments.subList(0, parameters.size()).toArray();
            return Optional.of((Throwable) constructor.newInstance(values));
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            return Optional.empty(); // the next shape of constructor, or RemoteInvocationException in the end
        }
    }

    private static <T extends Throwable> T withCause(T made, Throwable cause) {
        if (made.getCause() == null) {
            try {
                made.initCause(cause);
            } catch (IllegalStateException e) {
                made.addSuppressed(cause); // its constructor has settled that it has no cause
            }
        }
        return made;
    }
}
