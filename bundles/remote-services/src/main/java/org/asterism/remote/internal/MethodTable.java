package org.asterism.remote.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods of a service that may be called from afar: those of its interfaces, and no others. */
public final class MethodTable {

    private final Map<String, RemoteMethod> methods = new HashMap<>();

    /**
     * @param interfaces in the order of precedence
     * @throws IllegalArgumentException if one is not an interface
     */
    public MethodTable(List<Class<?>> interfaces) {
        interfaces.forEach(this::addAll);
    }

    private void addAll(Class<?> type) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException("only interfaces can be remote, not " + type.getName());
        }
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers()) && !method.isBridge()) {
                methods.merge(RemoteMethod.signature(method), RemoteMethod.of(type, method), MethodTable::moreSpecific);
            }
        }
    }

    private static RemoteMethod moreSpecific(RemoteMethod one, RemoteMethod other) {
        Class<?> first = one.method().getReturnType();
        Class<?> second = other.method().getReturnType();
        return !first.equals(second) && first.isAssignableFrom(second) ? other : one;
    }

    /** All of them. */
    public Collection<RemoteMethod> all() {
        return Collections.unmodifiableCollection(methods.values());
    }

    /** The method of this signature. */
    public Optional<RemoteMethod> find(String signature) {
        return Optional.ofNullable(methods.get(signature));
    }
}
