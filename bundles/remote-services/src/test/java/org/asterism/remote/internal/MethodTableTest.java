package org.asterism.remote.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class MethodTableTest {

    interface Parent {
        Object overridden();

        default int inherited(int value) {
            return value;
        }
    }

    interface Child extends Parent {
        @Override
        String overridden();

        void over(int number, List<String> names);

        void over(long number, List<String> names);

        CompletionStage<List<Integer>> later();

        static void helper() {}
    }

    private final MethodTable table = new MethodTable(List.of(Child.class));

    @Test
    void methodsAreToldApartByNameAndErasedParameterTypes() {
        assertThat(table.find("over(int,java.util.List)")).isPresent();
        assertThat(table.find("over(long,java.util.List)")).isPresent();
        assertThat(table.find("over(java.util.List)")).isEmpty();
    }

    @Test
    void inheritedMethodsAreRemoteToo() {
        assertThat(table.find("inherited(int)")).isPresent();
        assertThat(table.find("overridden()").orElseThrow().resultType()).isEqualTo(String.class);
    }

    @Test
    void nothingElseIsRemote() {
        assertThat(table.find("helper()")).isEmpty();
        assertThat(table.find("hashCode()")).isEmpty();
        assertThat(table.find("getClass()")).isEmpty();
    }

    @Test
    void aFutureIsKnownByWhatItIsOf() {
        RemoteMethod later = table.find("later()").orElseThrow();
        assertThat(later.asynchronous()).isTrue();
        assertThat(later.resultType()).hasToString("java.util.List<java.lang.Integer>");
    }

    @Test
    void aClassIsRefused() {
        assertThatThrownBy(() -> new MethodTable(List.of(String.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
    }
}
