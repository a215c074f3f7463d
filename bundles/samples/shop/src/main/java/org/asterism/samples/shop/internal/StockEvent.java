package org.asterism.samples.shop.internal;

import java.time.Instant;

/**
 * The stock of a product has changed.
 *
 * @param quantity how many were reserved; 0 if the stock was set
 * @param stock how many there are now
 * @param node who changed it
 */
public record StockEvent(Sku sku, long quantity, long stock, String node, Instant at) {}
