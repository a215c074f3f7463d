package org.asterism.samples.shop.internal;

/** How much there is of a product. */
public record StockLevel(Sku sku, long stock) {}
