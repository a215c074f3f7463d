package org.asterism.dispatcher;

import java.time.Duration;

/**
 * A server node gets no requests for a while.
 *
 * @param cause the last failure
 * @param times how often in a row
 * @param since for how long it has answered nothing
 * @param remaining until it is tried again; zero if that is due
 */
public record Ejection(String cause, int times, Duration since, Duration remaining) {}
