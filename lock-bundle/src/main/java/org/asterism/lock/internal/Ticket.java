package org.asterism.lock.internal;

/**
 * One lock of one request of one owner. The owner numbers its locks upwards and never uses a number twice, the locks of one
 * request one after the other; asking again with the same first number is the same request.
 */
public record Ticket(Owner owner, long request) {}
