package org.asterism.samples.shop.internal;

/** What became of an order. */
public sealed interface ReserveOutcome {

    /** @param left what is left of the product */
    record Reserved(Reservation reservation, StockLevel left) implements ReserveOutcome {}

    /** Nothing was changed. */
    record SoldOut(StockLevel left) implements ReserveOutcome {}

    record NoSuchProduct(Sku sku) implements ReserveOutcome {}

    /** The rule of the shop: as long as there is enough, the customer gets it. */
    static ReserveOutcome decide(StockLevel level, Reservation order) {
        long left = level.stock() - order.quantity();
        return left < 0 ? new SoldOut(level) : new Reserved(order, new StockLevel(level.sku(), left));
    }
}
