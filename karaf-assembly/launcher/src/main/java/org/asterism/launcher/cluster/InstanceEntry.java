package org.asterism.launcher.cluster;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is remembered of an instance.
 *
 * @param name its name
 * @param number the how-manieth it is in this cluster, from 1; decides on its port
 * @param nodes how many server nodes it has
 * @param hosting how they run
 */
public record InstanceEntry(String name, int number, int nodes, Hosting hosting) {

    /** The names under which the hub lists it: itself and its server nodes, as far as they have a process of their own. */
    public List<String> members() {
        Stream<String> own = hosting == Hosting.EMBEDDED ? Stream.empty() : nodeNames().stream();
        return Stream.concat(Stream.of(name), own).toList();
    }

    /** The names of its server nodes. */
    public List<String> nodeNames() {
        return IntStream.rangeClosed(1, nodes)
                .mapToObj(node -> name + "/" + node)
                .toList();
    }
}
