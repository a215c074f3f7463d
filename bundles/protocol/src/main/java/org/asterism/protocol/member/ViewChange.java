package org.asterism.protocol.member;

import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterView;

/** An event with the views around it. */
public record ViewChange(ClusterEvent event, ClusterView before, ClusterView after) {}
