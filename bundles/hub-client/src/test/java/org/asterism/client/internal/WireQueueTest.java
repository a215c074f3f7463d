package org.asterism.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WireQueueTest {

    private final WireQueue queue = new WireQueue(10, 20);

    @Test
    void keepsTheOrderAndGivesAFewAtATime() throws InterruptedException {
        IntStream.range(0, 70).forEach(i -> queue.offer(new Outgoing.Subscribe("t" + i)));
        assertThat(queue.take(0)).hasSize(64).startsWith(new Outgoing.Subscribe("t0"));
        assertThat(queue.take(0)).hasSize(6).endsWith(new Outgoing.Subscribe("t69"));
        assertThat(queue.take(1)).isEmpty();
    }

    @Test
    void isCongestedBeforeItIsFull() throws InterruptedException {
        assertThat(queue.offer(bytes(10))).isTrue();
        assertThat(queue.congested()).isFalse();
        assertThat(queue.offer(bytes(10))).isTrue();
        assertThat(queue.congested()).isTrue();
        assertThat(queue.offer(bytes(1))).isFalse();
        queue.take(0);
        assertThat(queue.congested()).isFalse();
        assertThat(queue.offer(bytes(1))).isTrue();
    }

    @Test
    void givesWhatWaitsAlsoAfterItIsClosed() throws InterruptedException {
        queue.offer(bytes(1));
        queue.close();
        assertThat(queue.offer(bytes(1))).isFalse();
        assertThat(queue.take(10_000)).hasSize(1);
        assertThat(queue.take(10_000)).isEmpty();
    }

    private static Outgoing bytes(int size) {
        return new Outgoing.Send("a", new byte[size]);
    }
}
