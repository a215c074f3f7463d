package org.asterism.sessions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributeCodecTest {

    private static final AttributeLimits LIMITS = new AttributeLimits(4_096, 20, 200);
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

    private final AttributeCodec codec = new AttributeCodec(LIMITS, new PlainHomes(Map.of()));

    @Test
    void givesBackWhatItGot() throws Exception {
        List<String> shared = new ArrayList<>(List.of("x"));
        Map<String, Object> attributes =
                Map.of("a", 1, "b", "text", "c", shared, "d", shared, "e", new int[] {1, 2}, "f", int.class);
        Map<String, Object> back =
                codec.decode(codec.encode(attributes), getClass().getClassLoader());
        assertThat(back).containsAllEntriesOf(Map.of("a", 1, "b", "text", "c", shared, "f", int.class));
        assertThat(back.get("c")).as("one object stays one object").isSameAs(back.get("d"));
        assertThat((int[]) back.get("e")).containsExactly(1, 2);
    }

    @Test
    void loadsAClassFromWhereItCame() throws Exception {
        OwnLoader here = new OwnLoader();
        OwnLoader there = new OwnLoader();
        Object cart = here.loadClass(Cart.class.getName()).getConstructor().newInstance();
        byte[] bytes = new AttributeCodec(LIMITS, new PlainHomes(Map.of("shop", here)))
                .encode(Map.of("cart", new Object[] {cart}));

        Object[] back = (Object[]) new AttributeCodec(LIMITS, new PlainHomes(Map.of("shop", there)))
                .decode(bytes, PLATFORM)
                .get("cart");
        assertThat(back[0].getClass().getClassLoader()).isSameAs(there);

        assertThatThrownBy(() -> codec.decode(bytes, PLATFORM))
                .as("where there is no shop")
                .isInstanceOfSatisfying(UnreadableSessionException.class, e -> assertThat(e.isForEver())
                        .isFalse())
                .hasMessageContaining("attribute cart")
                .hasMessageContaining(Cart.class.getName());
    }

    @Test
    void refusesWhatIsNotSerializableHoweverDeepAndNamesIt() {
        List<Object> deep = new ArrayList<>(List.of(new ArrayList<>(List.of(new Object()))));
        assertThatThrownBy(() -> codec.check("basket", deep))
                .isInstanceOf(UnstorableAttributeException.class)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("basket")
                .hasMessageContaining("java.lang.Object");
    }

    @Test
    void refusesWhatIsTooLarge() {
        codec.check("small", new byte[1_000]);
        assertThatThrownBy(() -> codec.check("large", new byte[5_000]))
                .isInstanceOf(UnstorableAttributeException.class)
                .hasMessageContaining("max.bytes=4096");
        assertThatThrownBy(() -> codec.encode(Map.of("a", new byte[3_000], "b", new byte[3_000])))
                .as("both together")
                .isInstanceOf(UnstorableAttributeException.class);
    }

    @Test
    void believesNothingBeyondItsBounds() {
        AttributeCodec generous =
                new AttributeCodec(new AttributeLimits(1 << 20, 10_000, 1_000_000), new PlainHomes(Map.of()));
        List<Object> deep = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            deep = new ArrayList<>(List.of(deep));
        }
        refusesToRead(generous.encode(Map.of("deep", deep)));
        Map<Integer, String> many = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            many.put(i, "v" + i);
        }
        refusesToRead(generous.encode(Map.of("many", many)));
        refusesToRead(generous.encode(Map.of("large", new byte[10_000])));
    }

    private void refusesToRead(byte[] bytes) {
        assertThatThrownBy(() -> codec.decode(bytes, getClass().getClassLoader()))
                .isInstanceOfSatisfying(UnreadableSessionException.class, e -> assertThat(e.isForEver())
                        .isTrue());
    }

    @Test
    void takesRubbishForUnreadable() {
        refusesToRead(new byte[0]);
        refusesToRead(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    }

    /** What only an application knows. */
    public static final class Cart implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /** Has a {@link Cart} of its own. */
    private static final class OwnLoader extends ClassLoader {

        OwnLoader() {
            super(PLATFORM);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try (InputStream in =
                    AttributeCodecTest.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null || !name.equals(Cart.class.getName())) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
