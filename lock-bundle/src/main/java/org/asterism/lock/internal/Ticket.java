package org.asterism.lock.internal;

/**
 * One request of one owner. The owner numbers its requests upwards and never uses a number twice; asking again with the same
 * number is the same request.
 */
public record Ticket(Owner owner, long request) {}
