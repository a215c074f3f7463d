package org.asterism.remote.internal.cbor;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The state of a value is its public fields or its record components; what else its methods can tell does not travel. */
final class StateOnly extends DefaultAccessorNamingStrategy.Provider {

    private static final long serialVersionUID = 1L;

    @Override
    public AccessorNamingStrategy forPOJO(MapperConfig<?> config, AnnotatedClass valueClass) {
        return new Names(Set.of());
    }

    @Override
    public AccessorNamingStrategy forRecord(MapperConfig<?> config, AnnotatedClass recordClass) {
        return new Names(Arrays.stream(recordClass.getRawType().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet()));
    }

    private static final class Names extends AccessorNamingStrategy {

        private final Set<String> components;

        Names(Set<String> components) {
            this.components = components;
        }

        @Override
        public String findNameForRegularGetter(AnnotatedMethod method, String name) {
            return components.contains(name) ? name : null;
        }

        @Override
        public String findNameForIsGetter(AnnotatedMethod method, String name) {
            return null;
        }

        @Override
        public String findNameForMutator(AnnotatedMethod method, String name) {
            return null;
        }

        @Override
        public String modifyFieldName(AnnotatedField field, String name) {
            return name;
        }
    }
}
