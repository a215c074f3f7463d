package org.asterism.launcher.command;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.Target;
import org.asterism.launcher.manual.Names;
import org.asterism.launcher.ssh.InteractiveShell;
import org.asterism.launcher.ssh.KarafShell;
import org.asterism.launcher.terminal.Colours;
import org.asterism.launcher.terminal.PlainOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code asterism shell}. */
@Command(
        name = "shell",
        description = "Opens the shell of a container, or runs one command in it and ends with its exit code.")
final class ShellCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            converter = TargetConverter.class,
            completionCandidates = Names.class,
            description = "Where.")
    private Target target;

    @Parameters(index = "1..*", paramLabel = "COMMAND", description = "The command with its options, also after --.")
    private List<String> command = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (target instanceof Target.Database) {
            throw new LauncherException("the database has no shell; use hub, an instance or a server node");
        }
        Cluster cluster = Commands.root(spec).cluster();
        try (KarafShell shell = KarafShell.connect(cluster.layout(), cluster.container(target), target.name())) {
            return command.isEmpty()
                    ? new InteractiveShell(shell).run()
                    : shell.execute(line(command), output(System.out), output(System.err));
        }
    }

    /** Without the mark after which options are those of the command: the shell of the container does not know it. */
    static String line(List<String> words) {
        List<String> line = new ArrayList<>(words);
        line.remove("--");
        return String.join(" ", line);
    }

    /** Karaf colours its messages whoever reads them. */
    private static OutputStream output(OutputStream out) {
        return AsterismCommand.colours() == Colours.ON ? out : new PlainOutput(out);
    }
}
