package org.asterism.samples.shop.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReserveOutcomeTest {

    private static final Sku SKU = new Sku("x");
    private static final StockLevel THREE = new StockLevel(SKU, 3);

    @Test
    void aCustomerGetsWhatIsThere() {
        Reservation all = order(3);
        assertThat(ReserveOutcome.decide(THREE, all))
                .isEqualTo(new ReserveOutcome.Reserved(all, new StockLevel(SKU, 0)));
    }

    @Test
    void aCustomerGetsAllOrNothing() {
        assertThat(ReserveOutcome.decide(THREE, order(4))).isEqualTo(new ReserveOutcome.SoldOut(THREE));
    }

    private static Reservation order(long quantity) {
        return new Reservation("r", SKU, quantity, 1, "a/1", Instant.EPOCH);
    }
}
