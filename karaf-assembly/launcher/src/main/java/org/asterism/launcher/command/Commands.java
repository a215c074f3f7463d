package org.asterism.launcher.command;

import java.io.IOException;
import java.nio.file.Path;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.ClusterStopper;
import org.asterism.launcher.cluster.NodeShell;
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
        return new ClusterStopper(cluster, shell(cluster));
    }

    /** The shells of the containers of a cluster. */
    static NodeShell shell(Cluster cluster) {
        return (container, command, timeout) -> KarafShell.run(cluster.layout(), container, command, timeout);
    }

    /** How a user writes another command for the same cluster, from where he is. */
    static String again(CommandSpec spec, String command) {
        Path here = Path.of("").toAbsolutePath();
        Path script = root(spec).home().resolve("bin").resolve("asterism");
        String shown = (script.startsWith(here) ? here.relativize(script) : script).toString();
        return shown + root(spec).base().map(base -> " --base " + base).orElse("") + " " + command;
    }
}
