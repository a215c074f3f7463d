package org.asterism.drill.fault;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.asterism.drill.DrillException;

/** A cluster of the launcher: its processes can be killed and started, stopped and resumed. For one thread at a time. */
public final class Cluster {

    private static final Duration OPEN = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final Launcher launcher;
    private final ProcessRecords processes;
    private final List<URI> hubs;

    /**
     * @param script {@code bin/asterism}
     * @param hubs where its hubs listen
     * @param options for each call of the launcher
     */
    public Cluster(Path script, Path base, List<URI> hubs, String... options) {
        this.launcher = new Launcher(script, base, options);
        this.processes = new ProcessRecords(base);
        this.hubs = List.copyOf(hubs);
    }

    /** Returns when the hub is usable. */
    public void startHub() throws DrillException, InterruptedException {
        launcher.run("start", "hub");
    }

    /** SIGKILL to all hubs: they have nothing to save. */
    public void killHubs() throws DrillException, InterruptedException {
        for (ProcessHandle hub : processes.hubs()) {
            Signals.kill(hub);
        }
    }

    /** SIGCONT to all hubs: one of them may be paused. */
    public void resumeHubs() throws DrillException, InterruptedException {
        for (ProcessHandle hub : processes.hubs()) {
            Signals.resume(hub);
        }
    }

    /** One of its hubs; in a cluster with standby it may not be the active one. */
    ProcessHandle hub(Random random) throws DrillException {
        return one(processes.hubs(), random, "hub");
    }

    ProcessHandle node(Random random) throws DrillException {
        return one(processes.nodes(), random, "server node");
    }

    String instance(Random random) throws DrillException {
        return one(processes.instances(), random, "instance");
    }

    ProcessHandle instanceProcess(String name) throws DrillException {
        return one(processes.instance(name), new Random(0), "instance " + name);
    }

    /** Starts a hub that does not run; returns when somebody listens. */
    void restartHub() throws DrillException, InterruptedException {
        launcher.run("start", "hub", "--no-wait");
        long deadline = System.nanoTime() + OPEN.toNanos();
        while (hubs.stream().noneMatch(Cluster::isOpen)) {
            if (System.nanoTime() - deadline > 0) {
                throw new DrillException("no hub listens after " + OPEN.toSeconds() + " s");
            }
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        }
    }

    void restartInstance(String name) throws DrillException, InterruptedException {
        launcher.run("start", "instance", name, "--no-wait");
    }

    private static <T> T one(List<T> all, Random random, String what) throws DrillException {
        if (all.isEmpty()) {
            throw new DrillException("no " + what + " runs");
        }
        return all.get(random.nextInt(all.size()));
    }

    private static boolean isOpen(URI hub) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(hub.getHost(), hub.getPort()), (int) CONNECT.toMillis());
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
