package org.asterism.remote.internal.cbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.asterism.remote.internal.MethodTable;
import org.asterism.remote.internal.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.dto.DTO;

/** Every type that the intent {@code osgi.basic} promises, and ours, there and back: alone, in arrays and in collections. */
class BasicTypesTest {

    public static class Address extends DTO {
        public String street;
        public int number;
        public List<Address> neighbours;
        public Map<String, int[]> floors;

        public String getComputed() {
            return street + number;
        }
    }

    public record Id(String value) {
        @Override
        public String toString() {
            return "id " + value;
        }

        public boolean isLong() {
            return value.length() > 100;
        }
    }

    public record Page<T>(List<T> items, int total) {}

    public interface Repository<T> {
        T same(T value);

        List<T> all(T[] values);
    }

    @SuppressWarnings("NonApiType") // also classes are carried
    interface Basics extends Repository<Id> {
        boolean aBoolean(boolean value);

        Boolean booleanObject(Boolean value);

        boolean[] booleans(boolean[] value);

        Boolean[] booleanObjects(Boolean[] value);

        Set<Boolean> booleanSet(Set<Boolean> value);

        byte aByte(byte value);

        byte[] bytes(byte[] value);

        Byte[] byteObjects(Byte[] value);

        List<Byte> byteList(List<Byte> value);

        short aShort(short value);

        short[] shorts(short[] value);

        Set<Short> shortSet(Set<Short> value);

        char aChar(char value);

        char[] chars(char[] value);

        Character[] charObjects(Character[] value);

        List<Character> charList(List<Character> value);

        int anInt(int value);

        int[] ints(int[] value);

        Integer intObject(Integer value);

        Set<Integer> intSet(Set<Integer> value);

        long aLong(long value);

        long[] longs(long[] value);

        List<Long> longList(List<Long> value);

        float aFloat(float value);

        float[] floats(float[] value);

        List<Float> floatList(List<Float> value);

        double aDouble(double value);

        double[] doubles(double[] value);

        Set<Double> doubleSet(Set<Double> value);

        String string(String value);

        String[] strings(String[] value);

        TimeUnit anEnum(TimeUnit value);

        TimeUnit[] enums(TimeUnit[] value);

        Set<TimeUnit> enumSet(Set<TimeUnit> value);

        EnumSet<TimeUnit> realEnumSet(EnumSet<TimeUnit> value);

        EnumMap<TimeUnit, Id> enumMap(EnumMap<TimeUnit, Id> value);

        Address dto(Address value);

        Address[] dtos(Address[] value);

        List<Address> dtoList(List<Address> value);

        Map<String, Integer> map(Map<String, Integer> value);

        List<Map<Id, List<Page<Id>>>> nested(List<Map<Id, List<Page<Id>>>> value);

        SortedMap<Long, UUID> sortedMap(SortedMap<Long, UUID> value);

        SortedSet<String> sortedSet(SortedSet<String> value);

        ArrayList<Integer> arrayList(ArrayList<Integer> value);

        Deque<String> deque(Deque<String> value);

        BigInteger big(BigInteger value);

        BigDecimal decimal(BigDecimal value);

        Optional<Page<String>> optional(Optional<Page<String>> value);

        OptionalLong optionalLong(OptionalLong value);

        Map<String, Object> anything(Map<String, Object> value);
    }

    private final InvocationCodec codec = new InvocationCodec(65_536, List.of(), List.of());
    private final PreparedMethods methods = codec.prepare(new MethodTable(List.of(Basics.class)));

    private Object thereAndBack(String name, Object value) {
        PreparedMethod method = Stream.of(Basics.class.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .map(methods::of)
                .orElseThrow();
        Object there = codec.decodeCall(codec.encodeCall(method, Duration.ofSeconds(1), new Object[] {value}), methods)
                .arguments()[0];
        byte[] answer = codec.encodeOutcome(method, new Outcome.Returned(there));
        return ((Outcome.Returned) codec.decodeOutcome(answer, method)).value();
    }

    private static Address address() {
        Address inner = new Address();
        inner.street = "Side";
        Address outer = new Address();
        outer.street = "Main";
        outer.number = 7;
        outer.neighbours = List.of(inner);
        outer.floors = Map.of("up", new int[] {1, 2});
        return outer;
    }

    static Stream<Arguments> values() {
        Id id = new Id("x");
        return Stream.of(
                Arguments.of("aBoolean", true),
                Arguments.of("booleanObject", false),
                Arguments.of("booleans", new boolean[] {true, false}),
                Arguments.of("booleanObjects", new Boolean[] {true, null}),
                Arguments.of("booleanSet", Set.of(true)),
                Arguments.of("aByte", Byte.MIN_VALUE),
                Arguments.of("bytes", new byte[] {0, -1}),
                Arguments.of("byteObjects", new Byte[] {1, -2}),
                Arguments.of("byteList", List.of((byte) 1)),
                Arguments.of("aShort", Short.MIN_VALUE),
                Arguments.of("shorts", new short[] {1, -1}),
                Arguments.of("shortSet", Set.of((short) 3)),
                Arguments.of("aChar", '\uffff'),
                Arguments.of("chars", new char[] {'a', 'ä'}),
                Arguments.of("charObjects", new Character[] {'a', 'ä'}),
                Arguments.of("charList", List.of('a')),
                Arguments.of("anInt", Integer.MIN_VALUE),
                Arguments.of("ints", new int[] {Integer.MAX_VALUE, 0}),
                Arguments.of("intObject", 5),
                Arguments.of("intSet", Set.of(5)),
                Arguments.of("aLong", Long.MIN_VALUE),
                Arguments.of("longs", new long[] {Long.MAX_VALUE}),
                Arguments.of("longList", List.of(5L)),
                Arguments.of("aFloat", Float.MIN_VALUE),
                Arguments.of("floats", new float[] {Float.POSITIVE_INFINITY, 0.1f}),
                Arguments.of("floatList", List.of(0.1f)),
                Arguments.of("aDouble", Double.NEGATIVE_INFINITY),
                Arguments.of("doubles", new double[] {-0.0, 0.1}),
                Arguments.of("doubleSet", Set.of(0.1)),
                Arguments.of("string", "\u0000 ä \ud83d\ude00"),
                Arguments.of("strings", new String[] {"", null}),
                Arguments.of("anEnum", TimeUnit.DAYS),
                Arguments.of("enums", new TimeUnit[] {TimeUnit.DAYS}),
                Arguments.of("enumSet", Set.of(TimeUnit.DAYS)),
                Arguments.of("realEnumSet", EnumSet.of(TimeUnit.DAYS)),
                Arguments.of("enumMap", new EnumMap<>(Map.of(TimeUnit.DAYS, id))),
                Arguments.of("dto", address()),
                Arguments.of("dtos", new Address[] {address(), null}),
                Arguments.of("dtoList", List.of(address())),
                Arguments.of("map", Map.of("one", 1)),
                Arguments.of("nested", List.of(Map.of(id, List.of(new Page<>(List.of(id), 3))))),
                Arguments.of("sortedMap", new TreeMap<>(Map.of(3L, new UUID(1, 2)))),
                Arguments.of("sortedSet", new TreeSet<>(Set.of("b", "a"))),
                Arguments.of("arrayList", new ArrayList<>(List.of(1, 2))),
                Arguments.of("deque", new ArrayDeque<>(List.of("1", "2"))),
                Arguments.of("big", BigInteger.TWO.pow(200).negate()),
                Arguments.of("decimal", new BigDecimal("-12345678901234567890.123456789")),
                Arguments.of("optional", Optional.of(new Page<>(List.of("x"), 1))),
                Arguments.of("optional", Optional.empty()),
                Arguments.of("optionalLong", OptionalLong.of(Long.MAX_VALUE)),
                Arguments.of("anything", Map.of("a", 1L, "b", List.of(true, "x", 0.5))),
                Arguments.of("same", id),
                Arguments.of("string", null),
                Arguments.of("intObject", null),
                Arguments.of("bytes", null),
                Arguments.of("dto", null),
                Arguments.of("map", null));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("values")
    void aValueComesBackAsItWas(String method, Object value) {
        assertThat(thereAndBack(method, value)).usingRecursiveComparison().isEqualTo(value);
    }

    @Test
    void aCollectionComesBackAsWhatIsDeclared() {
        assertThat(thereAndBack("realEnumSet", EnumSet.of(TimeUnit.DAYS))).isInstanceOf(EnumSet.class);
        assertThat(thereAndBack("arrayList", new ArrayList<>(List.of(1)))).isInstanceOf(ArrayList.class);
        assertThat(thereAndBack("sortedSet", new TreeSet<>(Set.of("a")))).isInstanceOf(SortedSet.class);
    }

    @Test
    void methodsAreNoState() throws NoSuchMethodException {
        PreparedMethod dto = methods.of(Basics.class.getMethod("dto", Address.class));
        byte[] call = codec.encodeCall(dto, Duration.ofSeconds(1), new Object[] {address()});
        assertThat(new String(call, StandardCharsets.ISO_8859_1))
                .contains("street")
                .doesNotContain("computed");
    }

    @Test
    void aTypeVariableOfAParentIsKnownFromTheInterface() throws NoSuchMethodException {
        Method same = Repository.class.getMethod("same", Object.class);
        assertThat(methods.of(same).method().service()).isEqualTo(Basics.class);
        assertThat(thereAndBack("same", new Id("x"))).isInstanceOf(Id.class);
    }
}
