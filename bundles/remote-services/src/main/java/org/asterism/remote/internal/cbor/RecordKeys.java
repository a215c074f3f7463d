package org.asterism.remote.internal.cbor;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.Serializers;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/** Carries records that wrap one string as keys of maps, whatever their {@code toString} says. */
final class RecordKeys extends SimpleModule {

    private static final long serialVersionUID = 1L;

    RecordKeys() {
        super("asterism-record-keys");
    }

    static boolean isKey(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components != null
                && components.length == 1
                && components[0].getType().equals(String.class);
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addKeySerializers(new Serializers.Base() {
            @Override
            public JsonSerializer<?> findSerializer(SerializationConfig config, JavaType type, BeanDescription bean) {
                return isKey(type.getRawClass()) ? new Writer(type.getRawClass()) : null;
            }
        });
        context.addKeyDeserializers((KeyDeserializers) (type, config, bean) -> reader(type));
    }

    private static KeyDeserializer reader(JavaType type) throws JsonMappingException {
        if (!isKey(type.getRawClass())) {
            return null;
        }
        try {
            return new Reader(type.getRawClass().getDeclaredConstructor(String.class));
        } catch (NoSuchMethodException e) {
            throw new JsonMappingException(null, "a record without its constructor: " + type, e);
        }
    }

    private static final class Writer extends JsonSerializer<Object> {

        private final Method accessor;

        Writer(Class<?> type) {
            this.accessor = type.getRecordComponents()[0].getAccessor();
            accessor.trySetAccessible();
        }

        @Override
        public void serialize(Object key, JsonGenerator generator, SerializerProvider provider) throws IOException {
            try {
                generator.writeFieldName(String.valueOf(accessor.invoke(key)));
            } catch (ReflectiveOperationException e) {
                throw new JsonMappingException(generator, "cannot read the key " + key, e);
            }
        }
    }

    private static final class Reader extends KeyDeserializer {

        private final Constructor<?> constructor;

        Reader(Constructor<?> constructor) {
            this.constructor = constructor;
            constructor.trySetAccessible();
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return constructor.newInstance(key);
            } catch (ReflectiveOperationException e) {
                throw new JsonMappingException(context.getParser(), "not a key: " + key, e);
            }
        }
    }
}
