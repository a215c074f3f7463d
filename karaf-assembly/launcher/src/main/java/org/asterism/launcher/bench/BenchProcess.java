package org.asterism.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asterism.container.JavaRuntime;
import org.asterism.launcher.LauncherException;

/** A Java with its default options that runs a benchmark. It ends when the launcher does. */
public final class BenchProcess {

    private static final String MAIN = "org.asterism.bench.Bench";

    private final Path libraries;

    /** Of the distribution in {@code home}. */
    public BenchProcess(Path home) {
        this.libraries = home.resolve("lib").resolve("bench");
    }

    /**
     * Runs one of a cluster to its end; what it shows goes where the launcher's own output goes.
     *
     * @param name of the benchmark
     * @return its exit code
     */
    public int run(String name, BenchTarget target, List<String> options)
            throws IOException, InterruptedException, LauncherException {
        requireLibraries();
        if (!Files.isReadable(target.secretFile())) {
            throw new LauncherException("there is no cluster secret in " + target.secretFile()
                    + "; start the cluster, or name the file with --secret-file");
        }
        return run(command(name, target, options));
    }

    /** The same of one that needs no cluster. */
    public int run(String name, List<String> options) throws IOException, InterruptedException, LauncherException {
        requireLibraries();
        return run(command(name, options));
    }

    private void requireLibraries() throws LauncherException {
        if (!Files.isDirectory(libraries)) {
            throw new LauncherException(
                    "the distribution is not complete: there is no " + libraries + "; unpack it again");
        }
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            return process.waitFor();
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    List<String> command(String name, BenchTarget target, List<String> options) {
        List<String> all = new ArrayList<>(target.arguments());
        all.addAll(options);
        return command(name, all);
    }

    List<String> command(String name, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                JavaRuntime.current().command().toString(),
                "-cp",
                libraries.resolve("*").toString(),
                MAIN,
                name));
        command.addAll(options);
        return command;
    }
}
