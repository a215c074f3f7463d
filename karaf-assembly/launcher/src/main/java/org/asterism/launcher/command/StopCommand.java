package org.asterism.launcher.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.asterism.container.ProcessIdentity.Stopped;
import org.asterism.launcher.cluster.ClusterStopper;
import org.asterism.launcher.cluster.Target;
import org.asterism.launcher.manual.Names;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code asterism stop}. */
@Command(name = "stop", description = "Stops one part of the cluster, or all of it.")
final class StopCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private What what;

    @Spec
    private CommandSpec spec;

    /** One of them. */
    static final class What {
        @Parameters(
                paramLabel = "NAME",
                converter = TargetConverter.class,
                completionCandidates = Names.class,
                description = "What to stop.")
        private Target target;

        @Option(names = "--all", description = "All: instances with their server nodes, hub, database.")
        private boolean all;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        ClusterStopper stopper = Commands.stopper(spec);
        if (what.all) {
            List<String> stopped = stopper.stopAll();
            out.println(stopped.isEmpty() ? "Nothing was running." : "Stopped " + String.join(", ", stopped) + ".");
        } else {
            out.println(text(stopper.stop(what.target), what.target.name()));
            if (what.target instanceof Target.Node node) {
                String command = "shell " + node.instance() + " asterism:node-start " + node.name();
                out.println("It stays down until '" + Commands.again(spec, command) + "'.");
            }
        }
        out.flush();
        return 0;
    }

    private static String text(Stopped stopped, String name) {
        return switch (stopped) {
            case WAS_NOT_RUNNING -> name + " was not running.";
            case TERMINATED -> "Stopped " + name + ".";
            case KILLED, STILL_RUNNING -> "Killed " + name + ", which did not stop in time.";
        };
    }
}
