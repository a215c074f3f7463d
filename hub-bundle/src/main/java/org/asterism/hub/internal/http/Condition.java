package org.asterism.hub.internal.http;

import java.util.Optional;

/**
 * What is known here of the hub beside its status.
 *
 * @param problem what it misses, and what to do about it; empty if nothing
 * @param listeners how many listen to its events now
 * @param listenersCut how many were cut off because they read too slowly
 */
record Condition(Optional<String> problem, int listeners, long listenersCut) {

    static final Condition WELL = new Condition(Optional.empty(), 0, 0);
}
