package org.asterism.launcher.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.container.ContainerLayout;
import org.asterism.container.ContainerStarter;
import org.asterism.container.CorruptRecordException;
import org.asterism.container.FreePorts;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.Datasource;
import org.asterism.launcher.cluster.InstanceEntry;
import org.asterism.launcher.cluster.PortCheck;
import org.asterism.launcher.cluster.Target;

/** Whether the fixed ports are free, or taken by those who shall have them. */
record PortsCheck(Cluster cluster) implements Check {

    private static final int DEMO_INSTANCES = 2;

    @Override
    public String name() {
        return "ports";
    }

    /**
     * How a port is.
     *
     * @param purpose what it is for
     * @param free whether one could listen there
     * @param ours whether the part that shall have it runs
     * @param other the process of somebody else that has it, as far as the system tells
     */
    record Port(int number, String purpose, boolean free, boolean ours, Optional<String> other) {}

    @Override
    public List<Finding> findings() throws IOException, LauncherException {
        List<Port> ports = new ArrayList<>();
        for (int number : cluster.file().hubNumbers()) {
            String name = new Target.Hub(number).name();
            ports.add(port(cluster.ports().hub(number), "the " + name, cluster.hub(number)));
            ports.add(port(cluster.ports().hubHttp(number), "the page of the " + name, cluster.hub(number)));
        }
        if (ownDatabase()) {
            ports.add(port(
                    cluster.ports().database(), "the database", cluster.layout().database()));
        }
        for (InstanceEntry instance : cluster.file().instances()) {
            int number = cluster.ports().dispatcher(instance.number());
            ports.add(port(
                    number,
                    "the dispatcher of " + instance.name(),
                    cluster.layout().instance(instance.name())));
        }
        for (int number = cluster.file().instances().size() + 1; number <= DEMO_INSTANCES; number++) {
            int port = cluster.ports().dispatcher(number);
            boolean free = FreePorts.isFree(port);
            ports.add(new Port(port, "the dispatcher of one more instance", free, false, PortCheck.other(port, -1)));
        }
        return judge(ports);
    }

    static List<Finding> judge(List<Port> ports) {
        List<Finding> findings = ports.stream()
                .filter(port -> !port.free() && (!port.ours() || port.other().isPresent()))
                .map(port -> Finding.problem(
                        "ports",
                        "port " + port.number() + " of " + port.purpose() + " is in use"
                                + port.other().map(owner -> " by " + owner).orElse(""),
                        "stop that, or use another --port-offset (and --base)"))
                .toList();
        long free = ports.stream().filter(Port::free).count();
        return findings.isEmpty()
                ? List.of(Finding.ok("ports", free + " are free, " + (ports.size() - free) + " are this cluster's"))
                : findings;
    }

    private boolean ownDatabase() throws IOException, LauncherException {
        return Datasource.read(cluster.layout())
                .map(datasource -> datasource.isOwn(cluster.ports()))
                .orElse(true);
    }

    private static Port port(int number, String purpose, ContainerLayout part) throws IOException {
        boolean free = FreePorts.isFree(number);
        Optional<Long> pid = pid(part);
        return new Port(
                number,
                purpose,
                free,
                pid.isPresent(),
                free ? Optional.empty() : PortCheck.other(number, pid.orElse(-1L)));
    }

    /** A damaged record is told by another check. */
    private static Optional<Long> pid(ContainerLayout part) throws IOException {
        try {
            return ContainerStarter.running(part)
                    .map(record -> record.identity().pid());
        } catch (CorruptRecordException toldElsewhere) {
            return Optional.empty();
        }
    }
}
