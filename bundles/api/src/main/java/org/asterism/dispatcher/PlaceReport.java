package org.asterism.dispatcher;

import org.asterism.cluster.MemberId;

/**
 * One application on one server node.
 *
 * @param inFlight requests of this dispatcher that wait for the begin of their answer
 * @param limit how many may; it adapts to what the node can do
 * @param traffic its requests, from the whole request head to the end of the answer
 */
public record PlaceReport(MemberId node, int inFlight, int limit, Traffic traffic) {}
