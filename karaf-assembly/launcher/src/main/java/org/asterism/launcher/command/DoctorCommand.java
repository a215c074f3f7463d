package org.asterism.launcher.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.asterism.launcher.doctor.Doctor;
import org.asterism.launcher.doctor.DoctorReport;
import org.asterism.launcher.doctor.Finding.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code asterism doctor}. */
@Command(
        name = "doctor",
        description =
                "Looks at all the cluster needs on this machine, says what is wrong and what to do; changes nothing."
                        + " The exit code is 3 if there is a problem.")
final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        AsterismCommand root = Commands.root(spec);
        DoctorReport report = new DoctorReport(new Doctor(root.home(), root.directory(), root.portOffset()).examine());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json());
        } else {
            report.lines(AsterismCommand.colours()).forEach(out::println);
        }
        out.flush();
        return report.result() == Result.PROBLEM ? ExitCodes.UNWELL : ExitCodes.DONE;
    }
}
