package org.asterism.launcher.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.asterism.container.JavaRuntime;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;

/** A Java with its default options that runs a drill. It ends when the launcher does, and mends what it has broken. */
public final class DrillProcess {

    private static final String MAIN = "org.asterism.drill.Drill";
    private static final long MENDING_SECONDS = 10;

    private final Path home;

    /** Of the distribution in {@code home}. */
    public DrillProcess(Path home) {
        this.home = home;
    }

    /**
     * Runs it to its end; what it shows goes where the launcher's own output goes.
     *
     * @param name of the drill
     * @param cluster in which it takes place; empty if it starts a hub of its own
     * @return its exit code
     */
    public int run(String name, Optional<Cluster> cluster, List<String> options)
            throws IOException, InterruptedException, LauncherException {
        for (Path libraries : libraries()) {
            if (!Files.isDirectory(libraries)) {
                throw new LauncherException(
                        "the distribution is not complete: there is no " + libraries + "; unpack it again");
            }
        }
        if (cluster.isPresent() && !Files.isReadable(cluster.get().layout().clusterSecret())) {
            throw new LauncherException("there is no cluster in "
                    + cluster.get().layout().base() + " to be broken; leave out --on-this-cluster");
        }
        Process process =
                new ProcessBuilder(command(name, cluster, options)).inheritIO().start();
        Thread end = new Thread(() -> end(process));
        Runtime.getRuntime().addShutdownHook(end);
        try {
            return process.waitFor();
        } finally {
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    List<String> command(String name, Optional<Cluster> cluster, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                JavaRuntime.current().command().toString(),
                "-cp",
                libraries().get(0).resolve("*") + ":" + libraries().get(1).resolve("*"),
                MAIN,
                name,
                "--launcher",
                home.resolve("bin").resolve("asterism").toString()));
        cluster.ifPresent(target -> command.addAll(List.of(
                "--on-this-cluster",
                "--url",
                String.join(",", target.hubUrls()),
                "--secret-file",
                target.layout().clusterSecret().toString(),
                "--base",
                target.layout().base().toString())));
        command.addAll(options);
        return command;
    }

    private List<Path> libraries() {
        return List.of(home.resolve("lib").resolve("drill"), home.resolve("lib").resolve("bench"));
    }

    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor(MENDING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
