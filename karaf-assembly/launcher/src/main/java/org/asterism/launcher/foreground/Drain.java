package org.asterism.launcher.foreground;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.ClusterStopper;
import org.asterism.launcher.cluster.InstanceEntry;
import org.asterism.launcher.cluster.NodeShell;
import org.asterism.launcher.cluster.Target;

/**
 * Ends an instance so that few notice: its server nodes get no new sessions, dispatchers elsewhere and load balancers turn
 * away for a while, then all are stopped.
 *
 * @param time between the drain and the stop; zero for no drain
 */
public record Drain(Cluster cluster, NodeShell shell, Duration time, PrintWriter out) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Drains and stops; what cannot be drained is stopped nevertheless. */
    public void end(Target target) throws IOException, InterruptedException, LauncherException {
        if (target instanceof Target.Instance instance && !time.isZero()) {
            drain(cluster.instance(instance.name()));
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        }
        new ClusterStopper(cluster, shell).stop(target);
    }

    private void drain(InstanceEntry instance) {
        for (String node : instance.nodeNames()) {
            try {
                shell.run(cluster.layout().instance(instance.name()), "asterism:node-drain " + node, TIMEOUT);
                out.println("Drains " + node + ".");
            } catch (LauncherException e) {
                out.println(node + " is not drained: " + e.getMessage());
            }
            out.flush();
        }
    }
}
