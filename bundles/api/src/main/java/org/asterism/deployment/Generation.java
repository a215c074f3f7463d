package org.asterism.deployment;

import java.time.Instant;

/**
 * One change of the desired state.
 *
 * @param number from 1; it only grows. 0 is the state before the first change: nothing is deployed
 * @param who made it, as they said
 * @param what was changed, in one line
 * @param when by the clock of the instance that stored it
 */
public record Generation(long number, String who, String what, Instant when) {}
