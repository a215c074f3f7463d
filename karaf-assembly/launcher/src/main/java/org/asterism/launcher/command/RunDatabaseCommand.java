package org.asterism.launcher.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.ClusterStarter;
import org.asterism.launcher.cluster.Launched;
import org.asterism.launcher.cluster.Target;
import org.asterism.launcher.terminal.LogFollower;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code asterism run database}. */
@Command(
        name = "database",
        description = "Runs the H2 server of this base, for this machine alone; on several machines use PostgreSQL.")
final class RunDatabaseCommand implements Callable<Integer> {

    @Mixin
    private RunOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Cluster cluster = Commands.root(spec).cluster();
        LogFollower log = options.follow(spec, cluster.layout().database());
        Launched launched;
        try (ClusterStarter starter = ClusterStarter.open(cluster, Optional.empty())) {
            Optional<Launched> running = starter.running(new Target.Database());
            launched = running.isPresent() ? running.get() : starter.startDatabase();
        }
        return options.stay(spec, launched, log);
    }
}
