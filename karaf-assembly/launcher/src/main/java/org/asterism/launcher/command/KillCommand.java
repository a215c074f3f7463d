package org.asterism.launcher.command;

import java.util.concurrent.Callable;
import org.asterism.container.ProcessIdentity.Stopped;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Target;
import org.asterism.launcher.manual.Names;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code asterism kill}. */
@Command(name = "kill", description = "Kills one process (SIGKILL), to see what the cluster does.")
final class KillCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME",
            converter = TargetConverter.class,
            completionCandidates = Names.class,
            description = "What to kill.")
    private Target target;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Stopped stopped = Commands.stopper(spec).kill(target);
        if (stopped == Stopped.WAS_NOT_RUNNING) {
            throw new LauncherException(target.name() + " is not running");
        }
        spec.commandLine().getOut().println("Killed " + target.name() + ".");
        return 0;
    }
}
