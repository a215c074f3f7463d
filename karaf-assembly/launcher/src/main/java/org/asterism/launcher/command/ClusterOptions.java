package org.asterism.launcher.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.bench.BenchTarget;
import org.asterism.launcher.cluster.Cluster;
import picocli.CommandLine.Option;

/** Which cluster a command is for: that of the base, or any other one whose secret is known. */
final class ClusterOptions {

    @Option(
            names = "--url",
            paramLabel = "URLS",
            description = "Where the hub listens, or several addresses with commas (default: the hub of the base).")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "The file with the cluster secret (default: that of the base).")
    private Optional<Path> secretFile = Optional.empty();

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    BenchTarget target(Cluster cluster) throws IOException, LauncherException {
        return BenchTarget.of(cluster, url, secretFile);
    }

    boolean json() {
        return json;
    }
}
