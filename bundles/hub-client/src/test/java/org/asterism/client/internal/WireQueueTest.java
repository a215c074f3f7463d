package org.asterism.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WireQueueTest {

    private final WireQueue queue = new WireQueue(10, 20);

    @Test
    void keepsTheOrderAndGivesAboutSoManyBytes() {
        IntStream.range(0, 5).forEach(i -> queue.offer(new Outgoing.Notice("t" + i, new byte[4])));
        assertThat(queue.take(5)).extracting(WireQueueTest::address).containsExactly("t0", "t1");
        assertThat(queue.take(100)).extracting(WireQueueTest::address).containsExactly("t2", "t3", "t4");
        assertThat(queue.take(100)).isEmpty();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void isCongestedBeforeItIsFull() {
        assertThat(queue.offer(bytes(10))).isTrue();
        assertThat(queue.congested()).isFalse();
        assertThat(queue.offer(bytes(10))).isTrue();
        assertThat(queue.congested()).isTrue();
        assertThat(queue.offer(bytes(1))).isFalse();
        queue.take(100);
        assertThat(queue.congested()).isFalse();
        assertThat(queue.offer(bytes(1))).isTrue();
    }

    private static String address(Outgoing outgoing) {
        return ((Outgoing.Notice) outgoing).address();
    }

    private static Outgoing bytes(int size) {
        return new Outgoing.Notice("a", new byte[size]);
    }
}
