package org.asterism.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.ClusterStarter;
import org.asterism.launcher.cluster.Launched;
import org.asterism.launcher.cluster.Target;
import org.asterism.launcher.status.Awaited;
import org.asterism.launcher.status.Expectations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code asterism start instance a}. */
@Command(name = "instance", description = "Starts an instance with its dispatcher and its server nodes.")
final class StartInstanceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The instance, such as a; a new name makes a new instance.")
    private String name;

    @Mixin
    private InstanceOptions instance;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private WaitOptions wait;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        String checkedName = checkedName();
        Launched launched;
        try (ClusterStarter starter = ClusterStarter.open(Commands.root(spec).cluster(), database.external())) {
            launched = instance.start(starter, checkedName);
        }
        Cluster cluster = Commands.root(spec).cluster();
        Expectations expectations = new Expectations(cluster);
        List<Awaited> all = new ArrayList<>(expectations.of(launched));
        expectations.members(cluster.instance(checkedName)).ifPresent(all::add);
        wait.await(spec.commandLine().getOut(), all);
        return 0;
    }

    private String checkedName() {
        try {
            return Target.instanceName(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
