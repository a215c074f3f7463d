package org.asterism.launcher.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.launcher.cluster.Cluster;

/**
 * The cluster that is measured.
 *
 * @param url where its hub listens, or several addresses with commas between them
 * @param secretFile the file with its secret
 * @param own the cluster of this base, if it is that
 */
public record BenchTarget(String url, Path secretFile, Optional<Cluster> own) {

    /** The cluster of this base, unless something else is said. */
    public static BenchTarget of(Cluster cluster, Optional<String> url, Optional<Path> secretFile) {
        return new BenchTarget(
                url.orElse(String.join(",", cluster.hubUrls())),
                secretFile.orElse(cluster.layout().clusterSecret()),
                url.isPresent() ? Optional.empty() : Optional.of(cluster));
    }

    /** What the benchmark is told of it. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--url", url, "--secret-file", secretFile.toString()));
        own.ifPresent(cluster -> arguments.addAll(List.of(
                "--hub-record",
                cluster.layout().hub().processRecord().toString(),
                "--launcher",
                cluster.home().resolve("bin").resolve("asterism").toString(),
                "--base",
                cluster.layout().base().toString())));
        return arguments;
    }
}
