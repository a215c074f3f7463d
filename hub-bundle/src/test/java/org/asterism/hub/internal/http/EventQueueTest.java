package org.asterism.hub.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.asterism.hub.internal.http.EventQueue.Outcome;
import org.junit.jupiter.api.Test;

class EventQueueTest {

    private static final byte[] ONE = {1};
    private static final byte[] TWO = {2};

    private final EventQueue queue = new EventQueue(2);

    @Test
    void theFirstOfferAfterARestWakesTheWriter() {
        assertThat(queue.rest()).isTrue();
        assertThat(queue.offer(ONE)).isEqualTo(Outcome.WAKE);
        assertThat(queue.offer(TWO)).isEqualTo(Outcome.WAITS);
    }

    @Test
    void theWriterMayNotRestWhileSomethingWaits() {
        assertThat(queue.offer(ONE)).isEqualTo(Outcome.WAITS);
        assertThat(queue.rest()).isFalse();
        assertThat(queue.offer(TWO)).isEqualTo(Outcome.WAITS);
    }

    @Test
    void givesInOrder() {
        queue.offer(ONE);
        queue.offer(TWO);

        assertThat(queue.take()).contains(ONE);
        assertThat(queue.take()).contains(TWO);
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void isOverForEverWhenItWasFull() {
        queue.offer(ONE);
        queue.offer(TWO);

        assertThat(queue.offer(ONE)).isEqualTo(Outcome.OVERFLOW);
        assertThat(queue.isOver()).isTrue();
        assertThat(queue.take()).isEmpty();
        assertThat(queue.offer(ONE)).isEqualTo(Outcome.OVER);
    }

    @Test
    void whatIsOfUseAtRestOnlyWakesOnceOrNotAtAll() {
        assertThat(queue.offerAtRest(ONE)).isFalse();
        assertThat(queue.take()).isEmpty();

        queue.rest();

        assertThat(queue.offerAtRest(ONE)).isTrue();
        assertThat(queue.offerAtRest(TWO)).isFalse();
        assertThat(queue.take()).contains(ONE);
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void aClosedQueueTakesNothing() {
        queue.offer(ONE);
        queue.close();

        assertThat(queue.take()).isEmpty();
        assertThat(queue.rest()).isTrue();
        assertThat(queue.offerAtRest(ONE)).isFalse();
        assertThat(queue.offer(ONE)).isEqualTo(Outcome.OVER);
    }
}
