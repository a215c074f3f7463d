package org.asterism.lock;

/** Hears of locks that were taken from their owners in this member. */
@FunctionalInterface
public interface LockLossListener {

    /** Called once for each, on a thread of the lock client that other listeners share: be quick. */
    void lost(LockLoss loss);
}
