package org.asterism.launcher.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.asterism.container.ClusterLayout;
import org.asterism.container.ContainerLayout;
import org.asterism.launcher.LauncherException;

/**
 * A cluster as its base directory tells, at one moment.
 *
 * @param home the distribution
 * @param layout where its files are
 * @param ports its fixed ports
 * @param file what is remembered of it
 */
public record Cluster(Path home, ClusterLayout layout, ClusterPorts ports, ClusterFile file) {

    private static final int MIN_URLS = 2;

    /**
     * Reads what is there; creates nothing.
     *
     * @param offset the port offset the caller asks for, if he does
     * @throws LauncherException if the cluster has another offset
     */
    public static Cluster open(Path home, Path base, Optional<Integer> offset) throws IOException, LauncherException {
        ClusterLayout layout = new ClusterLayout(base);
        Optional<ClusterFile> known = read(layout);
        if (known.isPresent() && offset.isPresent() && known.get().portOffset() != offset.get()) {
            throw new LauncherException("the cluster in " + layout.base() + " has the port offset "
                    + known.get().portOffset() + ", not " + offset.get()
                    + "; leave out --port-offset, or use another --base");
        }
        ClusterFile file = known.orElse(new ClusterFile(offset.orElse(0), List.of()));
        return new Cluster(home, layout, ClusterPorts.ofOffset(file.portOffset()), file);
    }

    /** Reads and writes what is remembered; the caller holds the lock. */
    Cluster update(UnaryOperator<ClusterFile> change) throws IOException, LauncherException {
        ClusterFile changed = change.apply(read(layout).orElse(file));
        changed.write(layout.clusterFile());
        return new Cluster(home, layout, ports, changed);
    }

    /** What is remembered, with as many server nodes as each instance is configured to have by now. */
    private static Optional<ClusterFile> read(ClusterLayout layout) throws IOException, LauncherException {
        Optional<ClusterFile> known = ClusterFile.read(layout.clusterFile());
        ClusterFile counted = known.orElse(null);
        for (InstanceEntry instance : known.map(ClusterFile::instances).orElse(List.of())) {
            int nodes = ServerNodeFiles.count(layout.instance(instance.name()).etc())
                    .orElse(instance.nodes());
            counted = counted.with(instance.name(), nodes, instance.hosting());
        }
        return Optional.ofNullable(counted);
    }

    /** What is remembered of an instance. */
    public InstanceEntry instance(String name) throws LauncherException {
        return file.instance(name).orElseThrow(() -> unknown(name));
    }

    /**
     * Where the container of a target is.
     *
     * @throws LauncherException if there is no such target
     */
    public ContainerLayout container(Target target) throws LauncherException {
        if (target instanceof Target.Node node) {
            return checked(node).hosting() == Hosting.EMBEDDED
                    ? layout.instance(node.instance())
                    : layout.node(node.instance(), node.number());
        }
        if (target instanceof Target.Instance instance) {
            return layout.instance(instance(instance.name()).name());
        }
        return target instanceof Target.Hub hub ? checked(hub) : layout.database();
    }

    /** Where the container of the n-th hub is. */
    public ContainerLayout hub(int number) {
        return new ContainerLayout(layout.base().resolve(new Target.Hub(number).name()));
    }

    /** What members connect to, as far as is known: with standby the second hub before it is there. */
    public List<String> hubUrls() {
        int count = file.hasStandby() ? Math.max(MIN_URLS, file.hubs()) : 1;
        return IntStream.rangeClosed(1, count).mapToObj(ports::hubUrl).toList();
    }

    /** The names of all that can be named. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of("database"));
        file.hubNumbers().forEach(number -> names.add(new Target.Hub(number).name()));
        for (InstanceEntry instance : file.instances()) {
            names.add(instance.name());
            names.addAll(instance.nodeNames());
        }
        return names;
    }

    private ContainerLayout checked(Target.Hub hub) throws LauncherException {
        if (!file.hubNumbers().contains(hub.number())) {
            throw unknown(hub.name());
        }
        return hub(hub.number());
    }

    private InstanceEntry checked(Target.Node node) throws LauncherException {
        return file.instance(node.instance())
                .filter(instance -> node.number() <= instance.nodes())
                .orElseThrow(() -> unknown(node.name()));
    }

    private LauncherException unknown(String name) {
        return new LauncherException("there is no '" + name + "' in the cluster in " + layout.base() + "; there are "
                + String.join(", ", names()));
    }
}
