package org.asterism.samples.shop.internal;

import java.time.Instant;

/**
 * Some of a product for one customer.
 *
 * @param fencingToken of the lock under which it was made: it tells the order of all reservations of a product
 * @param node who made it
 */
public record Reservation(String id, Sku sku, long quantity, long fencingToken, String node, Instant at) {}
