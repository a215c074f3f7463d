package org.asterism.launcher.command;

import java.util.Optional;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.ClusterStarter;
import org.asterism.launcher.cluster.Hosting;
import org.asterism.launcher.cluster.InstanceEntry;
import org.asterism.launcher.cluster.Launched;
import picocli.CommandLine.Option;

/** The options that say what an instance is like. What is not given stays as it was. */
final class InstanceOptions {

    private static final int DEFAULT_NODES = 2;
    private static final int MAX_NODES = 64;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = "Its server nodes (default: as many as before, at first " + DEFAULT_NODES + ").")
    private Optional<Integer> nodes = Optional.empty();

    @Option(
            names = "--hosting",
            paramLabel = "HOW",
            description =
                    "Whether server nodes run in processes of their own or in the instance: ${COMPLETION-CANDIDATES}"
                            + " (default: as before, at first process).")
    private Optional<Hosting> hosting = Optional.empty();

    Launched start(ClusterStarter starter, String name) throws Exception {
        Optional<InstanceEntry> known = known(starter.cluster(), name);
        int count = nodes.or(() -> known.map(InstanceEntry::nodes)).orElse(DEFAULT_NODES);
        if (count < 0 || count > MAX_NODES) {
            throw new LauncherException("an instance has from 0 to " + MAX_NODES + " server nodes, not " + count);
        }
        return starter.startInstance(
                name, count, hosting.or(() -> known.map(InstanceEntry::hosting)).orElse(Hosting.PROCESS));
    }

    private static Optional<InstanceEntry> known(Cluster cluster, String name) {
        return cluster.file().instance(name);
    }
}
