package org.asterism.container;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process that outlives the one that starts it: in a session of its own, so that Ctrl-C in a terminal does not reach it,
 * its output in {@code log/console.log}, its record in {@code process.json}.
 */
public final class DetachedProcess {

    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private final String name;
    private final ContainerLayout layout;

    /** For a process with this name and place. */
    public DetachedProcess(String name, ContainerLayout layout) {
        this.name = name;
        this.layout = layout;
    }

    /**
     * Starts the command in the base directory and writes the record.
     *
     * @param ports what to remember of its ports
     */
    public StartedContainer start(List<String> command, Map<String, Integer> ports) throws ContainerStartException {
        try {
            Files.createDirectories(layout.logs());
            new ConsoleLog(layout).bound();
            Process process = builder(command).start();
            ProcessRecord record = new ProcessRecord(ProcessIdentity.of(process.toHandle()), ports);
            writeRecord(process, record);
            return new StartedContainer(process, record.identity(), record, layout);
        } catch (IOException e) {
            throw new ContainerStartException("cannot start " + name + ": " + ContainerBase.reason(e), e);
        }
    }

    /** A process without a record could not be stopped by anyone later. */
    private void writeRecord(Process process, ProcessRecord record) throws IOException {
        try {
            record.write(layout.processRecord());
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private ProcessBuilder builder(List<String> command) {
        List<String> detached = new ArrayList<>();
        SETSID.stream().filter(Files::isExecutable).findFirst().ifPresent(setsid -> detached.add(setsid.toString()));
        detached.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(detached)
                .directory(layout.base().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(layout.consoleLog().toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("KARAF_"));
        // glibc otherwise keeps a heap of its own for nearly every thread
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        return builder;
    }
}
