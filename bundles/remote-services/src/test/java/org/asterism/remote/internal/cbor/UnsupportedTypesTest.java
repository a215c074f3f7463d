package org.asterism.remote.internal.cbor;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.asterism.remote.internal.MethodTable;
import org.junit.jupiter.api.Test;

class UnsupportedTypesTest {

    public static class Bean {
        private String hidden;

        public String getHidden() {
            return hidden;
        }

        public void setHidden(String hidden) {
            this.hidden = hidden;
        }
    }

    public record Holder(String name, List<Bean> beans) {}

    public record Node(String name, List<Node> children) {}

    sealed interface Shape permits Circle {}

    record Circle(int radius) implements Shape {}

    interface TakesThread {
        void run(String name, Thread thread);
    }

    interface ReturnsStream {
        InputStream open();
    }

    interface TakesHolder {
        void hold(Map<String, Holder[]> holders);
    }

    interface ReturnsShape {
        Shape shape();
    }

    interface TakesKeys {
        void keys(Map<Node, String> keys);
    }

    interface ReturnsIterator {
        Iterator<String> iterator();
    }

    interface Recursive {
        Node node(Node node);
    }

    private static void assertRefused(Class<?> service, String... message) {
        InvocationCodec codec = new InvocationCodec(4096, List.of(), List.of());
        assertThatThrownBy(() -> codec.prepare(new MethodTable(List.of(service))))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageStartingWith(service.getName() + ".")
                .hasMessageContainingAll(message);
    }

    @Test
    void theMessageNamesTheMethodAndTheType() {
        assertRefused(
                TakesThread.class,
                "TakesThread.run(java.lang.String,java.lang.Thread) takes java.lang.Thread, but ",
                "it is neither a record nor an enum nor a class with public fields only");
        assertRefused(ReturnsStream.class, "open() returns java.io.InputStream", "it is not concrete");
    }

    @Test
    void itNamesTheWayToTheType() {
        assertRefused(TakesHolder.class, "but Holder.beans: ", "Bean cannot be carried");
    }

    @Test
    void typesWithoutAConcreteClassAreRefused() {
        assertRefused(ReturnsShape.class, "no type names are taken from the wire");
        assertRefused(ReturnsIterator.class, "java.util.Iterator");
    }

    @Test
    void keysMustBeTexts() {
        assertRefused(TakesKeys.class, "Node cannot be the key of a map");
    }

    @Test
    void aTypeMayContainItself() {
        InvocationCodec codec = new InvocationCodec(4096, List.of(), List.of());
        assertThatCode(() -> codec.prepare(new MethodTable(List.of(Recursive.class))))
                .doesNotThrowAnyException();
    }
}
