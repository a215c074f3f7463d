package org.asterism.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.asterism.protocol.CodecException.Reason;
import org.asterism.protocol.cbor.CborOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CborCodecTest {

    private static final Member MEMBER = new Member(
            MemberId.ofNode("a", 1),
            MemberKind.SERVER_NODE,
            "i-1",
            MemberState.UP,
            "host",
            42,
            "1.0.0",
            Map.of("rack", "7"),
            Instant.ofEpochMilli(1_700_000_000_123L));
    private static final ServiceEntry SERVICE = new ServiceEntry(
            "s",
            List.of("x.Y"),
            MEMBER.id(),
            Map.of("text", "t", "flag", true, "small", 1L, "big", 1L << 40, "real", 0.5, "list", List.of("p", 2L)));
    private static final Life LIFE = Life.of(MEMBER);
    private static final Snapshot VIEW = new Snapshot("hub-1", 1, 2, true, false, List.of(MEMBER), List.of(SERVICE));

    private final CborCodec codec = CborCodec.ofControl();

    static List<ControlMessage> controlMessages() {
        return List.of(
                new ControlMessage.Register(
                        MEMBER,
                        List.of("shop.#"),
                        List.of("shop.price"),
                        List.of(SERVICE),
                        "hub-0",
                        1L << 33,
                        3,
                        List.of(LIFE),
                        List.of(LIFE)),
                new ControlMessage.PublishService(SERVICE),
                new ControlMessage.UnpublishService("s"),
                new ControlMessage.ChangeState(MemberState.DRAINING),
                new ControlMessage.ReportDeath(LIFE),
                new ControlMessage.Leave(),
                new ControlMessage.SnapshotRequest());
    }

    static List<HubMessage> hubMessages() {
        return List.of(
                new HubMessage.Registered(VIEW),
                new HubMessage.Refused("no"),
                new HubMessage.CurrentView(VIEW),
                new HubMessage.ServiceRefused("s", "no"),
                new HubEvent.EpochRaised(1, 2),
                new HubEvent.ViewSettled(1, 2, true),
                new HubEvent.MemberJoined(1, 2, MEMBER, List.of(SERVICE)),
                new HubEvent.MemberChanged(1, 2, MEMBER),
                new HubEvent.MemberLeft(1, 2, LIFE),
                new HubEvent.MemberLost(1, 2, LIFE, "cut"),
                new HubEvent.ServiceAdded(1, 2, SERVICE),
                new HubEvent.ServiceChanged(1, 2, SERVICE),
                new HubEvent.ServiceRemoved(1, 2, "s"));
    }

    @ParameterizedTest
    @MethodSource("controlMessages")
    void whatAMemberSaysArrives(ControlMessage message) throws CodecException {
        assertThat(codec.control(codec.encode(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("hubMessages")
    void whatTheHubSaysArrives(HubMessage message) throws CodecException {
        assertThat(codec.hub(codec.encode(message))).isEqualTo(message);
    }

    /** What follows the version is not looked at, and a member that is older than versions told none. */
    @ParameterizedTest
    @CsvSource({"0, 0", "2, 2", "9223372036854775807, 9223372036854775807"})
    void anotherVersionOfTheProtocolIsKnownByItsNumberAlone(long told, long version) throws CodecException {
        CborOut out = new CborOut(64);
        out.array(3);
        out.text("register");
        out.integer(told);
        out.text("something new");

        assertThat(codec.control(out.toByteArray())).isEqualTo(new ControlMessage.Stranger(version));
    }

    @Test
    void aMemberThatTellsNoVersionIsAStranger() throws CodecException {
        CborOut out = new CborOut(64);
        out.array(2);
        out.text("register");
        out.array(0);

        assertThat(codec.control(out.toByteArray())).isEqualTo(new ControlMessage.Stranger(0));
    }

    /** Versions to come find each other's number and refusal by this. */
    @Test
    void theFirstMessageBeginsWithItsVersionAndARefusalIsATextForEver() {
        assertThat(HexFormat.of().formatHex(codec.encode(controlMessages().get(0))))
                .startsWith(
                        "8b" + "68" + HexFormat.of().formatHex("register".getBytes(StandardCharsets.US_ASCII)) + "01");
        assertThat(HexFormat.of().formatHex(codec.encode(new HubMessage.Refused("no"))))
                .isEqualTo("82" + "67" + HexFormat.of().formatHex("refused".getBytes(StandardCharsets.US_ASCII))
                        + "626e6f");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    0 | 'a' speaks version 0 of the protocol, and this hub version 1: start the member with the distribution of the hub
                    2 | 'a' speaks version 2 of the protocol, and this hub version 1: upgrade the hub first, or start the member with the older distribution
                    """)
    void anObjectionNamesBothVersionsAndWhatToDo(long version, String objection) {
        assertThat(ProtocolVersion.isUnderstood(version)).isFalse();
        assertThat(ProtocolVersion.objection("a", version)).isEqualTo(objection);
        assertThat(ProtocolVersion.isUnderstood(ProtocolVersion.CURRENT)).isTrue();
    }

    @Test
    void noClassNameIsOnTheWire() {
        assertThat(new String(codec.encode(new ControlMessage.Leave()), StandardCharsets.ISO_8859_1))
                .contains("leave")
                .doesNotContain("org.asterism");
    }

    @Test
    void whatIsTooLongIsNotParsed() {
        CborCodec small = new CborCodec(10);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> small.control(new byte[11]))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void garbageIsMalformedAndNothingElse() {
        long seed = Long.getLong("asterism.seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] valid = codec.encode(controlMessages().get(0));
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = valid.clone();
            for (int flips = random.nextInt(8); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertThat(readsOrRefuses(bytes))
                    .as("asterism.seed=%s, round %s", seed, i)
                    .isTrue();
        }
    }

    private boolean readsOrRefuses(byte[] bytes) {
        try {
            codec.control(bytes);
            return true;
        } catch (CodecException e) {
            return e.reason() == Reason.MALFORMED;
        }
    }
}
