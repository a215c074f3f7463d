package org.asterism.samples.shop.internal.json;

/**
 * Who asks.
 *
 * @param session the id of the HTTP session
 * @param visits in this session
 */
public record Visitor(String session, int visits) {}
