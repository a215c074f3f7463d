package org.asterism.samples.shop.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    @Test
    void keepsTheLastFewNewestFirst() {
        RecentEvents events = new RecentEvents(2);
        for (int stock = 3; stock > 0; stock--) {
            events.add(new StockEvent(new Sku("x"), 1, stock, "a/1", Instant.EPOCH));
        }
        assertThat(events.list()).extracting(StockEvent::stock).containsExactly(1L, 2L);
    }
}
