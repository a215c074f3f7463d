package org.asterism.lock.internal.client;

import java.util.function.LongSupplier;

/** What everything in the lock client works with. */
record LockConnection(
        LockBook book, LockServerCalls server, Timers timers, LockClientSettings settings, LongSupplier nanoTime) {

    long now() {
        return nanoTime.getAsLong();
    }
}
