package org.asterism.hub.internal.traffic;

/**
 * How the switchboard is.
 *
 * @param carried runs of messages handed on, counted for each receiver
 * @param refused runs of messages that found no receiver
 * @param bytesWaiting what waits for receivers or is not confirmed by them
 * @param slow receivers that do not keep up now
 * @param cut receivers that were cut off
 */
public record TrafficStatus(long carried, long refused, long bytesWaiting, int slow, long cut) {}
