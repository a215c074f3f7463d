package org.asterism.launcher.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.asterism.launcher.cluster.ClusterStarter;
import org.asterism.launcher.cluster.Launched;
import org.asterism.launcher.status.Expectations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code asterism start hub}. */
@Command(name = "hub", description = "Starts the hub.")
final class StartHubCommand implements Callable<Integer> {

    @Mixin
    private WaitOptions wait;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Launched launched;
        try (ClusterStarter starter = ClusterStarter.open(Commands.root(spec).cluster(), Optional.empty())) {
            launched = starter.startHub();
        }
        wait.await(
                spec.commandLine().getOut(),
                new Expectations(Commands.root(spec).cluster()).of(launched));
        return 0;
    }
}
