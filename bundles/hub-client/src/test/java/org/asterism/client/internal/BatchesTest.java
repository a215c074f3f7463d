package org.asterism.client.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.CborCodec;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @Test
    void neighboursWithTheSameAddressTravelTogetherInOrder() {
        assertThat(texts(List.of(send("x", "1"), send("x", "2"), send("y", "3"), send("x", "4"))))
                .containsExactly("x:12", "y:3", "x:4");
    }

    @Test
    void nothingPassesASubscription() {
        assertThat(texts(List.of(send("x", "1"), new Outgoing.Subscribe("p"), send("x", "2"))))
                .containsExactly("x:1", "p", "x:2");
    }

    @Test
    void controlMessagesTravelAlone() {
        assertThat(texts(List.of(send(Addresses.CONTROL, "1"), send(Addresses.CONTROL, "2"))))
                .containsExactly(Addresses.CONTROL + ":1", Addresses.CONTROL + ":2");
    }

    @Test
    void aBatchHasABound() {
        Outgoing half = new Outgoing.Send("x", new byte[CborCodec.BATCH_BYTES / 2]);
        Outgoing whole = new Outgoing.Send("x", new byte[CborCodec.BATCH_BYTES * 2]);
        assertThat(Batches.of(List.of(half, half, half, whole, half)))
                .extracting(Outgoing::size)
                .containsExactly(CborCodec.BATCH_BYTES, half.size(), whole.size(), half.size());
    }

    private static Outgoing send(String address, String text) {
        return new Outgoing.Send(address, text.getBytes(UTF_8));
    }

    private static List<String> texts(List<Outgoing> waiting) {
        return Batches.of(waiting).stream()
                .map(outgoing -> outgoing instanceof Outgoing.Send send
                        ? send.address() + ":" + new String(send.body(), UTF_8)
                        : ((Outgoing.Subscribe) outgoing).pattern())
                .toList();
    }
}
