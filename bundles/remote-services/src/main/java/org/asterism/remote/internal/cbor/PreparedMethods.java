package org.asterism.remote.internal.cbor;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.remote.internal.RemoteMethod;

/** The methods of a service, to be found by what a proxy and what a call on the wire name them. Any thread. */
public final class PreparedMethods {

    private final Map<Long, PreparedMethod> byId = new HashMap<>();
    private final Map<String, PreparedMethod> bySignature = new HashMap<>();
    /** What a proxy has asked for: a method that several interfaces declare has several {@code Method} objects. */
    private final Map<Method, PreparedMethod> asked = new ConcurrentHashMap<>();

    PreparedMethods(Collection<PreparedMethod> methods) {
        for (PreparedMethod method : methods) {
            PreparedMethod namesake = byId.put(method.method().id(), method);
            if (namesake != null) {
                throw new IllegalArgumentException(
                        method.method().fullName() + " and " + namesake.method().fullName() + " have the same id");
            }
            bySignature.put(method.method().signature(), method);
        }
    }

    /** What a proxy of these interfaces calls this method. */
    public PreparedMethod of(Method method) {
        PreparedMethod known = asked.get(method);
        return known != null ? known : asked.computeIfAbsent(method, this::bySignature);
    }

    private PreparedMethod bySignature(Method method) {
        return Optional.ofNullable(bySignature.get(RemoteMethod.signature(method)))
                .orElseThrow(() -> new CodecException("not a remote method: " + method));
    }

    Optional<PreparedMethod> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }
}
