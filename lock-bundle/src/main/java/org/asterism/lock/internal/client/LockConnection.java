package org.asterism.lock.internal.client;

import java.util.function.LongSupplier;

/** What everything in the lock client works with. */
record LockConnection(LockBook book, LockServerCalls server, LockClientSettings settings, LongSupplier nanoTime) {}
