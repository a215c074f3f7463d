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
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code asterism run hub}. */
@Command(name = "hub", description = "Runs the hub of this base.")
final class RunHubCommand implements Callable<Integer> {

    @Option(
            names = "--standby",
            description = "It is one of several, here or elsewhere, of which the database says which one is active.")
    private boolean standby;

    @Mixin
    private NetworkOptions network;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private RunOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Cluster cluster = Commands.root(spec).cluster();
        LogFollower log = options.follow(spec, cluster.layout().hub());
        Launched hub;
        try (ClusterStarter starter = ClusterStarter.open(cluster, database.external())) {
            network.apply(starter);
            Target.Hub target = new Target.Hub();
            Optional<Launched> running = starter.running(target);
            if (standby && running.isEmpty()) {
                starter.expectHubs(1);
            }
            hub = running.isPresent() ? running.get() : starter.startHub(target);
        }
        return options.stay(spec, hub, log);
    }
}
