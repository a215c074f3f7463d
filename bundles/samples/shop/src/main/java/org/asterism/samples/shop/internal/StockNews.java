package org.asterism.samples.shop.internal;

/** Tells all nodes, this one included, that stock has changed. Never blocks and never fails. */
@FunctionalInterface
public interface StockNews {

    void tell(StockEvent event);
}
