package org.asterism.launcher.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.asterism.launcher.cluster.ClusterStarter;
import org.asterism.launcher.cluster.Launched;
import org.asterism.launcher.cluster.Target;
import org.asterism.launcher.status.Expectations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code asterism start hub}. */
@Command(name = "hub", description = "Starts the hub; in a cluster with standby the first hub that does not run.")
final class StartHubCommand implements Callable<Integer> {

    @Option(
            names = "--standby",
            description =
                    "Let several hubs arbitrate, by the database, which one is active; each time it is given, one more hub"
                            + " is started: hub, hub-2, …")
    private boolean standby;

    @Mixin
    private WaitOptions wait;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Launched launched;
        try (ClusterStarter starter = ClusterStarter.open(Commands.root(spec).cluster(), Optional.empty())) {
            if (standby) {
                starter.expectHubs(1);
            }
            Target.Hub hub = starter.hubToStart(standby);
            if (standby) {
                starter.expectHubs(hub.number());
            }
            launched = starter.startHub(hub);
        }
        wait.await(
                spec.commandLine().getOut(),
                new Expectations(Commands.root(spec).cluster()).of(launched));
        return 0;
    }
}
