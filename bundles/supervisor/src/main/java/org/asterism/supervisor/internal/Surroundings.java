package org.asterism.supervisor.internal;

import java.util.function.Consumer;

/**
 * What the supervision of one node acts on.
 *
 * @param processes its processes
 * @param probe asks them
 * @param deaths is told of the incarnations that are dead
 * @param record is told of every change
 */
public record Surroundings(
        Processes processes, HealthProbe probe, Consumer<String> deaths, Consumer<NodeSupervision> record) {}
