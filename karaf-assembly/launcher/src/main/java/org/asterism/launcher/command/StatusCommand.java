package org.asterism.launcher.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.asterism.launcher.status.ClusterStatus;
import org.asterism.launcher.status.StatusJson;
import org.asterism.launcher.status.StatusReader;
import org.asterism.launcher.status.StatusTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code asterism status}. */
@Command(name = "status", description = "Tells how the cluster is, also when parts of it are down.")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "For programs; all of it.")
    private boolean json;

    @Option(names = "--check", description = "Also end with exit code 3 unless everything is up.")
    private boolean check;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ClusterStatus status = new StatusReader(Commands.root(spec).cluster()).read();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(StatusJson.of(status));
        } else {
            new StatusTable(AsterismCommand.colours()).of(status).forEach(out::println);
        }
        out.flush();
        return check && !status.isUp() ? ExitCodes.UNWELL : ExitCodes.DONE;
    }
}
