package org.asterism.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.asterism.launcher.deploy.DeployProcess;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that is done by a client of the cluster. */
abstract class DeploymentCommand implements Callable<Integer> {

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() throws Exception {
        AsterismCommand root = Commands.root(spec);
        List<String> options = new ArrayList<>(options());
        if (cluster.json()) {
            options.add("--json");
        }
        return new DeployProcess(root.home()).run(spec.name(), cluster.target(root.cluster()), options, words());
    }

    abstract List<String> options();

    /** What it is done with. */
    List<String> words() {
        return List.of();
    }
}
