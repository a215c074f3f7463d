package org.asterism.launcher.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.support.SupportBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code asterism support-bundle}. */
@Command(
        name = "support-bundle",
        description = "Writes one file for those who shall help: logs, status, the hub's views and locks, thread dumps,"
                + " configuration without secrets, and what the doctor says.")
final class SupportBundleCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int MAX_MIB = 100;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file, which must not be there yet (default: asterism-support-TIME.zip, here).")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--log-size",
            paramLabel = "MIB",
            defaultValue = "4",
            description = "How much of the end of each log (default: ${DEFAULT-VALUE} MiB).")
    private int logSize;

    @Option(names = "--json", description = "For programs: the file, what is in it and what is missing.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (logSize < 1 || logSize > MAX_MIB) {
            throw new LauncherException("--log-size is from 1 to " + MAX_MIB + ", not " + logSize);
        }
        Path file = output.orElse(
                Path.of("asterism-support-" + TIME.format(LocalDateTime.now(ZoneId.systemDefault())) + ".zip"));
        if (Files.exists(file)) {
            throw new LauncherException(file + " is there already; give another --output");
        }
        SupportBundle bundle = new SupportBundle(Commands.root(spec).cluster(), logSize << 20);
        tell(file, bundle.write(file, List.of(new Version().getVersion())));
        return ExitCodes.DONE;
    }

    private void tell(Path file, SupportBundle.Summary summary) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            var told = new ObjectMapper()
                    .createObjectNode()
                    .put("file", file.toAbsolutePath().toString());
            told.put("bytes", Files.size(file));
            summary.entries().forEach(told.putArray("entries")::add);
            summary.missing().forEach(told.putArray("missing")::add);
            out.println(told.toPrettyString());
        } else {
            out.println(file.toAbsolutePath() + ": " + summary.entries().size() + " files, " + (Files.size(file) >> 10)
                    + " KiB. Known secrets are taken out; look before you give it away.");
            summary.missing().forEach(missing -> out.println("missing: " + missing));
        }
        out.flush();
    }
}
