package org.asterism.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.Envelope.Kind;
import org.asterism.protocol.Life;
import org.junit.jupiter.api.Test;

class FrameTest {

    private static final Life SENDER = new Life(new MemberId("a/1"), "i-1");

    private final FrameWriter writer = new FrameWriter(SENDER);

    @Test
    void whatWasWrittenIsReadInOrder() throws CodecException {
        long seed = Long.getLong("asterism.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Envelope> written = new ArrayList<>();
            writer.begin(round, 1L << random.nextInt(62));
            for (int i = random.nextInt(20); i > 0; i--) {
                Envelope envelope = envelope(random);
                written.add(envelope);
                writer.add("m:x" + random.nextInt(2), envelope);
            }
            Frame frame = Frame.read(writer.finish());
            assertThat(frame.number()).as("asterism.seed=%s", seed).isEqualTo(round);
            assertThat(envelopes(frame))
                    .as("asterism.seed=%s, round %s", seed, round)
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(written);
        }
    }

    @Test
    void messagesOfOneKindToOneAddressOnOneTopicShareARun() throws CodecException {
        writer.begin(1, 0);
        writer.add("t:x", message(Kind.PUBLISH, "x"));
        writer.add("t:x", message(Kind.PUBLISH, "x"));
        writer.add("m:b", message(Kind.SEND, "x"));
        writer.add("m:b", message(Kind.SEND, "y"));
        writer.add("c", new byte[] {1, 2});
        Frame frame = Frame.read(writer.finish());
        assertThat(frame.runs()).extracting(Run::address).containsExactly("t:x", "m:b", "m:b", "c");
        assertThat(frame.runs().get(0).envelopes()).hasSize(2);
        assertThat(frame.runs().get(3).bytes()).containsExactly(1, 2);
    }

    @Test
    void aRunThatIsPassedOnIsTheSame() throws CodecException {
        writer.begin(1, 2);
        writer.add("t:x", message(Kind.PUBLISH, "x"));
        Run run = Frame.read(writer.finish()).runs().get(0);
        FrameWriter hub = new FrameWriter(new Life(MemberId.HUB, "h"));
        hub.begin(9, 8);
        hub.pass(run.frame(), run.begin(), run.end());
        Frame passed = Frame.read(hub.finish());
        assertThat(passed.confirmed()).isEqualTo(8);
        assertThat(passed.runs().get(0).envelopes())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(run.envelopes());
    }

    @Test
    void aRunShowsWhoSignedIt() throws CodecException {
        writer.begin(1, 0);
        writer.add("t:x", message(Kind.PUBLISH, "x"));
        Run run = Frame.read(writer.finish()).runs().get(0);
        assertThat(run.isSignedBy(FrameWriter.signature(SENDER))).isTrue();
        assertThat(run.isSignedBy(FrameWriter.signature(new Life(SENDER.id(), "i-2"))))
                .isFalse();
        assertThat(run.isSignedBy(FrameWriter.signature(new Life(new MemberId("a/2"), "i-1"))))
                .isFalse();
    }

    @Test
    void aCutFrameIsMalformedAndNothingElse() {
        writer.begin(1, 0);
        writer.add("t:x", message(Kind.PUBLISH, "x"));
        byte[] frame = writer.finish();
        for (int length = 0; length < frame.length; length++) {
            byte[] cut = Arrays.copyOf(frame, length);
            if (length != 2) { // two bytes are a frame without a run
                assertThatExceptionOfType(CodecException.class)
                        .as("%s bytes", length)
                        .isThrownBy(() -> envelopes(Frame.read(cut)));
            }
        }
    }

    @Test
    void garbageIsReadOrMalformedAndNothingElse() {
        long seed = Long.getLong("asterism.seed", System.nanoTime());
        Random random = new Random(seed);
        writer.begin(1, 0);
        writer.add("t:x", message(Kind.PUBLISH, "x"));
        byte[] valid = writer.finish();
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = valid.clone();
            for (int flips = random.nextInt(8); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertThat(readsOrRefuses(bytes))
                    .as("asterism.seed=%s, round %s", seed, i)
                    .isTrue();
        }
    }

    private static boolean readsOrRefuses(byte[] bytes) {
        try {
            envelopes(Frame.read(bytes));
            return true;
        } catch (CodecException e) {
            return e.reason() == CodecException.Reason.MALFORMED;
        }
    }

    private static List<Envelope> envelopes(Frame frame) throws CodecException {
        List<Envelope> envelopes = new ArrayList<>();
        for (Run run : frame.runs()) {
            envelopes.addAll(run.envelopes());
        }
        return envelopes;
    }

    private static Envelope envelope(Random random) {
        byte[] payload = new byte[random.nextInt(300)];
        random.nextBytes(payload);
        return new Envelope(
                List.of(Kind.values()).get(random.nextInt(Kind.values().length)),
                SENDER.id(),
                SENDER.incarnation(),
                random.nextLong() >>> random.nextInt(64),
                "topic." + random.nextInt(2),
                random.nextLong() >>> random.nextInt(64),
                payload);
    }

    private static Envelope message(Kind kind, String topic) {
        return new Envelope(kind, SENDER.id(), SENDER.incarnation(), 7, topic, 0, new byte[] {1, 2, 3});
    }
}
