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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code asterism run instance a}. */
@Command(name = "instance", description = "Runs an instance with its dispatcher and its server nodes.")
final class RunInstanceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The instance; no other one of the cluster has this name.")
    private String name;

    @Mixin
    private InstanceOptions instance;

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
        Target.Instance target = target();
        Cluster cluster = Commands.root(spec).cluster();
        LogFollower log = options.follow(spec, cluster.layout().instance(target.name()));
        Launched launched;
        try (ClusterStarter starter = ClusterStarter.open(cluster, database.external())) {
            network.apply(starter);
            Optional<Launched> running = starter.running(target);
            launched = running.isPresent() ? running.get() : instance.start(starter, target.name());
        }
        return options.stay(spec, launched, log);
    }

    private Target.Instance target() {
        try {
            return new Target.Instance(Target.instanceName(name));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
