package org.asterism.drill.register;

import org.asterism.lock.LockKey;

/** Takes what holders of exclusive locks write. */
@FunctionalInterface
public interface Register {

    /**
     * @param token of the writer's lock
     * @return whether it was written; not if the cell has seen a larger token
     */
    boolean write(LockKey cell, long token, String session);
}
