package org.asterism.launcher.command;

import java.io.IOException;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.ClusterStopper;
import org.asterism.launcher.ssh.KarafShell;
import picocli.CommandLine.Model.CommandSpec;

/** What commands ask of their surroundings. */
final class Commands {

    private Commands() {}

    /** The root command, which has the global options. */
    static AsterismCommand root(CommandSpec spec) {
        return (AsterismCommand) spec.root().userObject();
    }

    /** What stops and kills parts of the cluster. */
    static ClusterStopper stopper(CommandSpec spec) throws IOException, LauncherException {
        Cluster cluster = root(spec).cluster();
        return new ClusterStopper(
                cluster,
                (container, command, timeout) -> KarafShell.run(cluster.layout(), container, command, timeout));
    }

    /** What has to be added to a command that is shown to the user, for it to mean the same cluster. */
    static String baseOption(CommandSpec spec) {
        return root(spec).base().map(base -> " --base " + base).orElse("");
    }
}
