package org.asterism.lock.internal;

import java.time.Duration;

/** A claim that holds. */
record Grant(Claim claim, long token, Duration since) {}
