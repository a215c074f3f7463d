package org.asterism.drill.history;

import org.asterism.lock.LockKey;

/**
 * The register has written.
 *
 * @param order in which it wrote, over all cells
 * @param cell which of its values
 * @param session whose
 */
public record Write(long order, long at, LockKey cell, long token, String session) {}
