package org.asterism.remote.internal.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.MessageServer;
import org.asterism.cluster.ServiceEntry;
import org.asterism.lock.LockServer;
import org.asterism.messaging.MessageTooLargeException;
import org.asterism.remote.internal.MethodTable;
import org.asterism.remote.internal.Outcome;
import org.asterism.servernode.Hosting;
import org.asterism.servernode.InstanceNodes;
import org.asterism.servernode.NodeDiagnostics;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;
import org.asterism.servernode.ServerNode;
import org.junit.jupiter.api.Test;

class InvocationCodecTest {

    private static final int MAX = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @SuppressWarnings("ArrayRecordComponent")
    public record Part(String name, int count, Optional<URI> link, List<Part> parts, byte[] bytes) {}

    interface Types {
        void all(int number, long big, double half, boolean yes, char letter, String text, byte[] bytes, DayOfWeek day);

        void times(Instant instant, Duration duration, ZonedDateTime zoned, UUID id, URI uri);

        void collections(List<Part> parts, Map<MemberId, Set<Long>> map, String[][] arrays, Optional<Part> part);

        void nothing(String text, Optional<String> none);

        Object anything();

        ClusterView view();

        NodeStatus status();

        void none();
    }

    private final InvocationCodec codec = new InvocationCodec(MAX, List.of(), List.of());
    private final PreparedMethods methods = codec.prepare(new MethodTable(List.of(Types.class)));

    private PreparedMethod method(String name) {
        return Arrays.stream(Types.class.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .map(methods::of)
                .findFirst()
                .orElseThrow();
    }

    private Object[] arguments(String name, Object... arguments) {
        ReceivedCall call = codec.decodeCall(codec.encodeCall(method(name), PATIENCE, arguments), methods);
        assertThat(call.method()).isSameAs(method(name));
        assertThat(call.patience()).isEqualTo(PATIENCE);
        return call.arguments();
    }

    private Object result(String name, Object value) {
        byte[] bytes = codec.encodeOutcome(method(name), new Outcome.Returned(value));
        return ((Outcome.Returned) codec.decodeOutcome(bytes, method(name))).value();
    }

    @Test
    void simpleValuesComeBack() {
        Object[] values = {1, 2L, 0.5, true, 'x', "ä", new byte[] {1, 2}, DayOfWeek.FRIDAY};
        assertThat(Arrays.deepEquals(arguments("all", values), values)).isTrue();
    }

    @Test
    void timesComeBackExactly() {
        Object[] values = {
            Instant.parse("2026-01-02T03:04:05.123456789Z"),
            Duration.ofNanos(1_000_000_001),
            ZonedDateTime.parse("2026-01-02T03:04:05+02:00[Europe/Helsinki]"),
            new UUID(1, 2),
            URI.create("http://127.0.0.1:8080/x")
        };
        assertThat(arguments("times", values)).isEqualTo(values);
    }

    @Test
    void collectionsComeBackInTheirDeclaredTypes() {
        Part leaf = new Part("leaf", 1, Optional.empty(), List.of(), new byte[0]);
        Part root = new Part("root", 2, Optional.of(URI.create("x:y")), List.of(leaf), new byte[] {9});
        Object[] values = {
            List.of(root), Map.of(new MemberId("a/1"), Set.of(1L, 2L)), new String[][] {{"a"}, {}}, Optional.of(leaf)
        };
        assertThat(arguments("collections", values)).usingRecursiveComparison().isEqualTo(values);
    }

    @Test
    void nothingComesBack() {
        assertThat(arguments("nothing", null, Optional.empty())).containsExactly(null, Optional.empty());
        assertThat(result("none", null)).isNull();
        assertThat(result("view", null)).isNull();
    }

    @Test
    void theApisOwnValuesComeBack() {
        MemberId a = new MemberId("a");
        Member member = new Member(
                a, MemberKind.INSTANCE, "i", MemberState.UP, "host", 1, "1.0", Map.of("x", "y"), Instant.EPOCH);
        ServiceEntry service =
                new ServiceEntry("s", List.of("x.Api"), a, Map.of("n", 1L, "d", 0.5, "l", List.of("x", 2L), "b", true));
        ClusterView view = new ClusterView(5, 6, true, false, List.of(member), List.of(service));
        assertThat(result("view", view)).isEqualTo(view);

        NodeStatus status = new NodeStatus(
                new MemberId("a/1"),
                NodeState.UP,
                "",
                Hosting.PROCESS,
                Optional.of(URI.create("http://x")),
                1,
                2,
                List.of("/shop"),
                3,
                Optional.of(Instant.EPOCH),
                Optional.of("127.0.0.1:20005"));
        assertThat(result("status", status)).isEqualTo(status);
    }

    @Test
    void theApisOwnServicesCanBeCarried() {
        for (Class<?> service : List.of(
                MessageServer.class, LockServer.class, ServerNode.class, NodeDiagnostics.class, InstanceNodes.class)) {
            assertThatCode(() -> codec.prepare(new MethodTable(List.of(service))))
                    .as(service.getName())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theTypeOfAnUndeclaredValueDoesNotTravel() {
        assertThat(result("anything", new Part("p", 1, Optional.empty(), List.of(), null)))
                .isInstanceOf(Map.class);
        assertThat(result("anything", 7)).isEqualTo(7L);
    }

    @Test
    void exceptionsComeBackByName() {
        Outcome.Threw threw = new Outcome.Threw(List.of("x.Special", "x.General"), "why");
        assertThat(codec.decodeOutcome(codec.encodeOutcome(method("none"), threw), method("none")))
                .isEqualTo(threw);
    }

    @Test
    void whatIsTooLargeIsNeitherSentNorParsed() {
        assertThatThrownBy(() -> codec.encodeCall(method("nothing"), PATIENCE, new Object[] {"x".repeat(MAX), null}))
                .isInstanceOf(MessageTooLargeException.class);
        byte[] large = new InvocationCodec(2 * MAX, List.of(), List.of())
                .encodeCall(method("nothing"), PATIENCE, new Object[] {"x".repeat(MAX), null});
        assertThatThrownBy(() -> codec.decodeCall(large, methods))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("more than 4096");
    }

    @Test
    void whatIsNoCallIsRefused() {
        byte[] call = codec.encodeCall(method("nothing"), PATIENCE, new Object[] {"x", Optional.empty()});
        assertThatThrownBy(() -> codec.decodeCall(new byte[0], methods)).isInstanceOf(CodecException.class);
        assertThatThrownBy(() -> codec.decodeCall(new byte[] {1, 2, 3}, methods))
                .isInstanceOf(CodecException.class);
        for (int length = 1; length < call.length - 1; length++) {
            byte[] part = Arrays.copyOf(call, length);
            assertThatThrownBy(() -> codec.decodeCall(part, methods)).isInstanceOf(CodecException.class);
        }
    }

    @Test
    void aMethodThatTheServiceDoesNotHaveIsRefused() {
        byte[] call = codec.encodeCall(method("none"), PATIENCE, new Object[0]);
        assertThatThrownBy(() -> codec.decodeCall(call, codec.prepare(new MethodTable(List.of(Runnable.class)))))
                .isInstanceOf(CodecException.class)
                .hasMessage("the service has no such method");
    }
}
