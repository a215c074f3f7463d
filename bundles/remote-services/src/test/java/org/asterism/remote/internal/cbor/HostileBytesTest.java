package org.asterism.remote.internal.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.asterism.remote.internal.MethodTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes over the wire, it is a call or a {@link CodecException}. */
@Timeout(60)
class HostileBytesTest {

    public record Part(String name, List<Part> parts, Map<String, Object> more) {}

    interface Api {
        void take(Part part, byte[] bytes, int[] numbers, Object any, String text);
    }

    private static final int MAX = 65_536;

    private final InvocationCodec codec = new InvocationCodec(MAX, List.of(), List.of());
    private final PreparedMethods methods = codec.prepare(new MethodTable(List.of(Api.class)));
    private final PreparedMethod take = methods.of(Api.class.getDeclaredMethods()[0]);

    private byte[] call() {
        Part leaf = new Part("leaf", List.of(), Map.of("k", 1L));
        Object[] arguments = {
            new Part("root", List.of(leaf), Map.of("l", List.of("x"))), new byte[] {1}, new int[] {1}, "any", "text"
        };
        return codec.encodeCall(take, Duration.ofSeconds(1), arguments);
    }

    @Test
    void changedBytesAreACallOrRefused() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] good = call();
        for (int round = 0; round < 20_000; round++) {
            byte[] bad = good.clone();
            for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            decode(bad, "seed " + seed + " round " + round);
        }
    }

    @Test
    void arbitraryBytesAreACallOrRefused() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] bad = new byte[random.nextInt(64)];
            random.nextBytes(bad);
            decode(bad, "seed " + seed + " round " + round);
        }
    }

    private void decode(byte[] bytes, String when) {
        try {
            assertThat(codec.decodeCall(bytes, methods)).as(when).isNotNull();
        } catch (CodecException e) {
            assertThat(e).as(when).hasMessageMatching("(?s).+");
        }
    }

    @Test
    void aLengthThatIsNotThereIsNotReserved() {
        byte[] start = Arrays.copyOf(call(), 10); // the array and the id of the method
        for (int type : new int[] {0x5a, 0x7a, 0x9a, 0xba}) { // bytes, text, array, map with a length of four bytes
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(start);
            bytes.write(1);
            bytes.writeBytes(new byte[] {(byte) type, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff});
            assertThatThrownBy(() -> codec.decodeCall(bytes.toByteArray(), methods))
                    .isInstanceOf(CodecException.class);
        }
    }

    @Test
    void whatIsNestedTooDeeplyIsRefusedAtBothEnds() {
        Object deep = "x";
        for (int depth = 0; depth < 200; depth++) {
            deep = List.of(deep);
        }
        Object[] arguments = {null, null, null, deep, null};
        assertThatThrownBy(() -> codec.encodeCall(take, Duration.ofSeconds(1), arguments))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("nesting depth");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Arrays.copyOf(call(), 10));
        bytes.writeBytes(new byte[] {1, (byte) 0xf6, (byte) 0xf6, (byte) 0xf6});
        for (int depth = 0; depth < 200; depth++) {
            bytes.write(0x9f);
        }
        assertThatThrownBy(() -> codec.decodeCall(bytes.toByteArray(), methods))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("nesting depth");
    }
}
