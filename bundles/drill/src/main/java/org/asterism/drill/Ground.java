package org.asterism.drill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asterism.drill.fault.Cluster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cluster in which a drill takes place: one that runs already, or a hub of its own that ends with it. */
final class Ground implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ground.class);
    private static final int HUB_PORT = 61_616;
    private static final int PAGE_PORT = 8_180;
    private static final int LOWEST_OFFSET = 100;
    private static final int HIGHEST_OFFSET = 3_800;

    private final Cluster cluster;
    private final List<URI> hubs;
    private final Path secretFile;
    private final Path folder;
    private final boolean own;
    private boolean kept;

    private Ground(Cluster cluster, List<URI> hubs, Path secretFile, Path folder, boolean own) {
        this.cluster = cluster;
        this.hubs = List.copyOf(hubs);
        this.secretFile = secretFile;
        this.folder = folder;
        this.own = own;
    }

    /** The cluster that the arguments name. */
    static Ground running(Arguments said) throws DrillException, IOException {
        List<URI> hubs =
                Arrays.stream(said.get("--url").split(",", -1)).map(URI::create).toList();
        Cluster cluster = new Cluster(Path.of(said.get("--launcher")), Path.of(said.get("--base")), hubs);
        return new Ground(
                cluster, hubs, Path.of(said.get("--secret-file")), Files.createTempDirectory("asterism-drill"), false);
    }

    /** A hub in a temporary base, at free ports. */
    static Ground own(Arguments said, Progress progress) throws DrillException, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("asterism-drill");
        Path base = folder.resolve("cluster");
        int offset = freeOffset();
        List<URI> hubs = List.of(URI.create("tcp://127.0.0.1:" + (HUB_PORT + offset)));
        Cluster cluster =
                new Cluster(Path.of(said.get("--launcher")), base, hubs, "--port-offset", Integer.toString(offset));
        Ground ground = new Ground(cluster, hubs, base.resolve("secrets/cluster.secret"), folder, true);
        progress.now("a hub is started in " + base);
        Runtime.getRuntime().addShutdownHook(new Thread(ground::abandon));
        cluster.startHub();
        return ground;
    }

    Cluster cluster() {
        return cluster;
    }

    List<URI> hubs() {
        return hubs;
    }

    Path secretFile() {
        return secretFile;
    }

    /** Whether there is more than a hub. */
    boolean hasInstances() {
        return !own;
    }

    Path logs() throws DrillException {
        try {
            return Files.createDirectories(folder.resolve("workers"));
        } catch (IOException e) {
            throw new DrillException("no folder for logs: " + e.getMessage(), e);
        }
    }

    /** What was logged stays after the end: where. */
    Path keepLogs() {
        kept = true;
        return folder;
    }

    private static int freeOffset() throws DrillException {
        return IntStream.range(0, HIGHEST_OFFSET)
                .map(attempt -> ThreadLocalRandom.current().nextInt(LOWEST_OFFSET, HIGHEST_OFFSET))
                .filter(offset -> isFree(HUB_PORT + offset) && isFree(PAGE_PORT + offset))
                .findFirst()
                .orElseThrow(() -> new DrillException("no free port for a hub"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** The process ends, perhaps in the middle of it. */
    private void abandon() {
        try {
            if (own) {
                cluster.killHubs();
            } else {
                cluster.resumeHubs();
            }
        } catch (DrillException e) {
            LOG.warn("The hub of the drill may still run, or be paused", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        abandon();
        if (!kept) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
