package org.asterism.remote.internal.cbor;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import java.lang.ref.WeakReference;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.asterism.remote.internal.MethodTable;
import org.asterism.remote.internal.RemoteMethod;

/** Prepares methods, once for each proxy and each endpoint: resolves, checks and binds their types. */
final class MethodPreparation {

    private static final int CACHED_TYPES = 200;

    private final ObjectMapper configured;
    private final KnownTypes known;
    /** A mapper remembers classes. So there is one for each class loader, and it goes with the last who was prepared by it. */
    private final Map<ClassLoader, WeakReference<ObjectMapper>> mappers = new WeakHashMap<>();

    MethodPreparation(ObjectMapper configured, KnownTypes known) {
        this.configured = configured;
        this.known = known;
    }

    PreparedMethods prepare(MethodTable methods) {
        return new PreparedMethods(methods.all().stream().map(this::prepare).toList());
    }

    private PreparedMethod prepare(RemoteMethod method) {
        ObjectMapper mapper = mapper(method.service().getClassLoader());
        List<ValueCodec> parameters = method.parameterTypes().stream()
                .map(type -> codec(mapper, method, type, "takes "))
                .toList();
        return new PreparedMethod(method, parameters, codec(mapper, method, method.resultType(), "returns "));
    }

    private synchronized ObjectMapper mapper(ClassLoader loader) {
        WeakReference<ObjectMapper> former = mappers.get(loader);
        ObjectMapper mapper = former == null ? null : former.get();
        if (mapper == null) {
            mapper = configured.copy();
            LookupCache<Object, JavaType> types = new LRUMap<>(CACHED_TYPES, CACHED_TYPES);
            mapper.setTypeFactory(configured.getTypeFactory().withCache(types));
            mappers.put(loader, new WeakReference<>(mapper));
        }
        return mapper;
    }

    private ValueCodec codec(ObjectMapper mapper, RemoteMethod method, Type declared, String verb) {
        JavaType type = resolve(mapper.getTypeFactory(), method, declared);
        return ScalarCodec.of(type.getRawClass()).orElseGet(() -> {
            Optional<String> problem = new CarriedTypes(mapper.getTypeFactory(), known).problem(type);
            if (problem.isPresent()) {
                throw new UnsupportedTypeException(
                        method.fullName() + " " + verb + type.toCanonical() + ", but " + problem.get());
            }
            return DatabindCodec.of(mapper, type);
        });
    }

    /** A type variable of a generic parent means what the service's own interface says it is. */
    private static JavaType resolve(TypeFactory types, RemoteMethod method, Type declared) {
        JavaType service = types.constructType(method.service());
        JavaType parent = service.findSuperType(method.method().getDeclaringClass());
        return types.resolveMemberType(declared, (parent == null ? service : parent).getBindings());
    }
}
