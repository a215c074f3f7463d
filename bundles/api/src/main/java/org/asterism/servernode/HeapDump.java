package org.asterism.servernode;

/**
 * The objects of a server node at a moment. Whoever can read it can read passwords and sessions.
 *
 * @param file where it is, on the machine of the node; the oldest ones are removed
 * @param bytes its size
 */
public record HeapDump(String file, long bytes) {}
