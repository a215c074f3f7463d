package org.asterism.launcher.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.asterism.container.ContainerLayout;
import org.asterism.container.ProcessIdentity;
import org.asterism.container.ProcessIdentity.Stopped;
import org.asterism.container.ProcessRecord;
import org.asterism.launcher.LauncherException;

/** Stops and kills the processes of a cluster. */
public final class ClusterStopper {

    private static final Duration INSTANCE_TIMEOUT = Duration.ofSeconds(45);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    /** It finishes the requests that it has before it ends. */
    private static final Duration NODE_TIMEOUT = Duration.ofSeconds(45);

    private final Cluster cluster;
    private final NodeShell shell;

    /** With the shell by which an instance is told to stop a server node. */
    public ClusterStopper(Cluster cluster, NodeShell shell) {
        this.cluster = cluster;
        this.shell = shell;
    }

    /** Stops one part; an instance takes its server nodes with it. */
    public Stopped stop(Target target) throws IOException, InterruptedException, LauncherException {
        if (target instanceof Target.Node node) {
            return stopNode(node);
        }
        if (target instanceof Target.Instance instance) {
            Stopped stopped = stopProcess(instance, cluster.container(instance), INSTANCE_TIMEOUT);
            return stopLeftOver(instance.name()) && stopped == Stopped.WAS_NOT_RUNNING ? Stopped.TERMINATED : stopped;
        }
        return stopProcess(target, cluster.container(target), TIMEOUT);
    }

    /** Stops all there is: instances side by side, then the hubs, then the database. */
    public List<String> stopAll() throws IOException, InterruptedException, LauncherException {
        List<Callable<Optional<String>>> tasks = new ArrayList<>();
        for (InstanceEntry instance : cluster.file().instances()) {
            tasks.add(() -> stopped(new Target.Instance(instance.name())));
        }
        List<String> names = new ArrayList<>();
        Parallel.all(tasks).forEach(name -> name.ifPresent(names::add));
        List<Callable<Optional<String>>> hubs = new ArrayList<>();
        for (int number : cluster.file().hubNumbers()) {
            hubs.add(() -> stopped(new Target.Hub(number)));
        }
        Parallel.all(hubs).forEach(name -> name.ifPresent(names::add));
        stopped(new Target.Database()).ifPresent(names::add);
        return names;
    }

    /** Kills one process; the server nodes of a killed instance live on. */
    public Stopped kill(Target target) throws IOException, InterruptedException, LauncherException {
        Optional<ProcessIdentity> identity = target instanceof Target.Node node
                ? nodeIdentity(node)
                : ProcessRecord.read(cluster.container(target).processRecord()).map(ProcessRecord::identity);
        return identity.isPresent()
                ? gone(target, identity.get(), identity.get().kill())
                : Stopped.WAS_NOT_RUNNING;
    }

    private Optional<String> stopped(Target target) throws IOException, InterruptedException, LauncherException {
        return stop(target) == Stopped.WAS_NOT_RUNNING ? Optional.empty() : Optional.of(target.name());
    }

    private Optional<ProcessIdentity> nodeIdentity(Target.Node node) throws IOException, LauncherException {
        cluster.container(node);
        if (cluster.instance(node.instance()).hosting() == Hosting.EMBEDDED) {
            throw new LauncherException(node.name() + " runs in the container of instance " + node.instance()
                    + "; kill " + node.instance() + " instead");
        }
        return NodeFile.read(cluster.layout().nodeRecord(node.instance(), node.number()))
                .flatMap(NodeFile::identity);
    }

    private Stopped stopNode(Target.Node node) throws IOException, InterruptedException, LauncherException {
        ContainerLayout container = cluster.container(node);
        ContainerLayout instance = cluster.layout().instance(node.instance());
        boolean supervised = ProcessRecord.read(instance.processRecord())
                .filter(record -> record.identity().isAlive())
                .isPresent();
        if (!supervised) {
            return cluster.instance(node.instance()).hosting() == Hosting.EMBEDDED
                    ? Stopped.WAS_NOT_RUNNING
                    : stopProcess(node, container, TIMEOUT);
        }
        shell.run(instance, "asterism:node-stop " + node.name(), TIMEOUT);
        return new NodeEnd(cluster.layout().nodeRecord(node.instance(), node.number())).await(node, NODE_TIMEOUT);
    }

    /** What an instance that was killed left behind. */
    private boolean stopLeftOver(String instance) throws IOException, InterruptedException, LauncherException {
        List<Callable<Stopped>> tasks = new ArrayList<>();
        for (int number : cluster.layout().nodeNumbers(instance)) {
            tasks.add(() -> stopProcess(
                    new Target.Node(instance, number), cluster.layout().node(instance, number), TIMEOUT));
        }
        return Parallel.all(tasks).stream().anyMatch(stopped -> stopped != Stopped.WAS_NOT_RUNNING);
    }

    private static Stopped stopProcess(Target target, ContainerLayout container, Duration timeout)
            throws IOException, InterruptedException, LauncherException {
        Optional<ProcessRecord> record = ProcessRecord.read(container.processRecord());
        if (record.isEmpty()) {
            return Stopped.WAS_NOT_RUNNING;
        }
        ProcessIdentity identity = record.get().identity();
        Stopped stopped = gone(target, identity, identity.stop(timeout));
        Files.deleteIfExists(container.processRecord());
        return stopped;
    }

    private static Stopped gone(Target target, ProcessIdentity identity, Stopped stopped) throws LauncherException {
        if (stopped == Stopped.STILL_RUNNING) {
            throw new LauncherException("process " + identity.pid() + " of " + target.name()
                    + " does not even end when killed; it may belong to another user, or wait for a device");
        }
        return stopped;
    }
}
