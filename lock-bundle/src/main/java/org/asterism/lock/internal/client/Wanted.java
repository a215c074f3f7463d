package org.asterism.lock.internal.client;

/** What a request number stands for that the server may know: a lock that is held, or a request that is not decided. */
sealed interface Wanted permits ClientLock, Acquisition {}
