package org.asterism.launcher.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asterism.container.JavaRuntime;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.bench.BenchTarget;

/** A small Java that deploys, as a client of the cluster. It ends when the launcher does; the roll goes on. */
public final class DeployProcess {

    private static final String MAIN = "org.asterism.deploytool.DeployTool";

    private final Path home;

    /** Of the distribution in {@code home}. */
    public DeployProcess(Path home) {
        this.home = home;
    }

    /**
     * Runs it to its end; what it shows goes where the launcher's own output goes.
     *
     * @param verb what is to be done
     * @param options of that
     * @param words what it is done with
     * @return its exit code
     */
    public int run(String verb, BenchTarget target, List<String> options, List<String> words)
            throws IOException, InterruptedException, LauncherException {
        for (Path libraries : libraries()) {
            if (!Files.isDirectory(libraries)) {
                throw new LauncherException(
                        "the distribution is not complete: there is no " + libraries + "; unpack it again");
            }
        }
        if (!Files.isReadable(target.secretFile())) {
            throw new LauncherException("there is no cluster secret in " + target.secretFile()
                    + "; start the cluster, or name the file with --secret-file");
        }
        Process process = new ProcessBuilder(command(verb, target, options, words))
                .inheritIO()
                .start();
        Thread end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            return process.waitFor();
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    List<String> command(String verb, BenchTarget target, List<String> options, List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                JavaRuntime.current().command().toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                libraries().get(0).resolve("*") + ":" + libraries().get(1).resolve("*"),
                MAIN,
                verb,
                "--url",
                target.url(),
                "--secret-file",
                target.secretFile().toString(),
                "--who",
                System.getProperty("user.name", "someone")));
        command.addAll(options);
        command.add("--");
        command.addAll(words);
        return command;
    }

    private List<Path> libraries() {
        return List.of(
                home.resolve("lib").resolve("deploy"), home.resolve("lib").resolve("bench"));
    }
}
