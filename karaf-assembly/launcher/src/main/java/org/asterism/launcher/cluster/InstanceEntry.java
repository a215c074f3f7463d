package org.asterism.launcher.cluster;

/**
 * What is remembered of an instance.
 *
 * @param name its name
 * @param number the how-manieth it is in this cluster, from 1; decides on its port
 * @param nodes how many server nodes it has
 * @param hosting how they run
 */
public record InstanceEntry(String name, int number, int nodes, Hosting hosting) {}
