package org.asterism.launcher.status;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.asterism.container.ClusterLayout;
import org.asterism.launcher.cluster.InstanceEntry;
import org.asterism.launcher.cluster.NodeFile;

/** Reads what an instance wrote of its server nodes, and checks that their processes are there. */
record NodeReader(ClusterLayout layout, Problems problems) {

    /** The states in which there is a process. */
    private static final Set<String> ALIVE = Set.of("UP", "STARTING", "DRAINING", "ISOLATED");

    List<ClusterStatus.Node> read(InstanceEntry instance) {
        return IntStream.rangeClosed(1, instance.nodes())
                .mapToObj(number -> node(instance, number))
                .toList();
    }

    private ClusterStatus.Node node(InstanceEntry instance, int number) {
        String id = instance.name() + "/" + number;
        Optional<NodeFile> found = problems.collect(() -> NodeFile.read(layout.nodeRecord(instance.name(), number)));
        if (found.isEmpty()) {
            return new ClusterStatus.Node(id, "DOWN", "", OptionalLong.empty(), "", 0, List.of(), instance.hosting());
        }
        NodeFile node = found.get();
        boolean lost = ALIVE.contains(node.state()) && !node.isAlive();
        return new ClusterStatus.Node(
                id,
                lost ? "DOWN" : node.state(),
                lost ? "its process is gone" : node.reason(),
                node.isAlive() ? OptionalLong.of(node.identity().orElseThrow().pid()) : OptionalLong.empty(),
                node.url(),
                node.restarts(),
                lost ? List.of() : node.applications(),
                instance.hosting());
    }
}
