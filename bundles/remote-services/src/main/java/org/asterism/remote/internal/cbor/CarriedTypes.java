package org.asterism.remote.internal.cbor;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which types can be carried. Walks through a type once; not for more than one thread. */
final class CarriedTypes {

    private final TypeFactory types;
    private final KnownTypes known;
    private final Set<JavaType> seen = new HashSet<>();

    CarriedTypes(TypeFactory types, KnownTypes known) {
        this.types = types;
        this.known = known;
    }

    /** What is wrong with the type, if it cannot be carried. */
    Optional<String> problem(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (known.isValue(raw) || !seen.add(type)) {
            return Optional.empty();
        }
        if (type.isArrayType()) {
            return problem(type.getContentType());
        }
        if (known.isContainer(raw)) {
            return Optional.ofNullable(type.getKeyType())
                    .flatMap(this::keyProblem)
                    .or(() -> problem(type.getContentType()));
        }
        if (raw.isRecord()) {
            return first(Stream.of(raw.getRecordComponents()), part -> part(type, part.getName(), genericType(part)));
        }
        if (isDto(raw)) {
            return first(state(raw).stream(), field -> part(type, field.getName(), field.getGenericType()));
        }
        return Optional.of(type.toCanonical() + " cannot be carried: " + why(raw));
    }

    private static Type genericType(RecordComponent part) {
        return part.getGenericType();
    }

    private Optional<String> part(JavaType whole, String name, Type declared) {
        JavaType type = types.resolveMemberType(declared, whole.getBindings());
        return problem(type).map(problem -> whole.getRawClass().getSimpleName() + "." + name + ": " + problem);
    }

    private Optional<String> keyProblem(JavaType key) {
        return known.isKey(key.getRawClass()) || RecordKeys.isKey(key.getRawClass())
                ? Optional.empty()
                : Optional.of(key.toCanonical() + " cannot be the key of a map");
    }

    private static <T> Optional<String> first(Stream<T> parts, Function<T, Optional<String>> problem) {
        return parts.flatMap(part -> problem.apply(part).stream()).findFirst();
    }

    private static boolean isDto(Class<?> type) {
        boolean makeable = !type.isInterface()
                && !Modifier.isAbstract(type.getModifiers())
                && Arrays.stream(type.getConstructors()).anyMatch(made -> made.getParameterCount() == 0);
        return makeable && !state(type).isEmpty() && state(type).stream().allMatch(CarriedTypes::isPublic);
    }

    private static boolean isPublic(Field field) {
        return Modifier.isPublic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers());
    }

    private static List<Field> state(Class<?> type) {
        return Stream.<Class<?>>iterate(type, parent -> parent != null, Class::getSuperclass)
                .flatMap(declaring -> Arrays.stream(declaring.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toList();
    }

    private static String why(Class<?> type) {
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            return "it is not concrete, and no type names are taken from the wire";
        }
        return "it is neither a record nor an enum nor a class with public fields only";
    }
}
