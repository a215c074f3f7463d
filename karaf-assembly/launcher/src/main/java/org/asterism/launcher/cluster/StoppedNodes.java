package org.asterism.launcher.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.asterism.launcher.LauncherException;

/** The server nodes of running instances that stay down until someone says otherwise. */
public record StoppedNodes(Cluster cluster, NodeShell shell) {

    private static final Set<String> DOWN = Set.of("STOPPED", "QUARANTINED");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Starts those of a running instance. */
    public void start(InstanceEntry instance) throws IOException, LauncherException {
        for (int number = 1; number <= instance.nodes(); number++) {
            var node = NodeFile.read(cluster.layout().nodeRecord(instance.name(), number));
            if (node.filter(found -> DOWN.contains(found.state())).isPresent()) {
                String name = instance.name() + "/" + number;
                shell.run(cluster.layout().instance(instance.name()), "asterism:node-start " + name, TIMEOUT);
            }
        }
    }
}
