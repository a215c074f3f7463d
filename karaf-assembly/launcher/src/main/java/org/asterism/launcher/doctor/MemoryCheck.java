package org.asterism.launcher.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.asterism.container.Role;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.InstanceEntry;

/** Whether the heaps of all containers, if they grow as they may, fit into the memory. */
record MemoryCheck(Cluster cluster) implements Check {

    private static final long MIB = 1 << 20;
    private static final double SHARE = 0.8;
    private static final int DEMO_INSTANCES = 2;
    private static final int DEMO_NODES = 4;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Finding> findings() {
        int instances = cluster.file().instances().size();
        int nodes = cluster.file().instances().stream()
                .mapToInt(InstanceEntry::nodes)
                .sum();
        long heaps = cluster.file().hubNumbers().size() * heap(Role.HUB)
                + (instances == 0 ? DEMO_INSTANCES : instances) * heap(Role.INSTANCE)
                + (instances == 0 ? DEMO_NODES : nodes) * heap(Role.SERVERNODE);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return List.of(judge(heaps, system.getTotalMemorySize()));
    }

    static Finding judge(long heaps, long memory) {
        String found = "the heaps may grow to " + heaps / MIB + " MiB of " + memory / MIB + " MiB";
        return heaps > memory * SHARE
                ? Finding.warning(
                        "memory",
                        found,
                        "use fewer --nodes, or a smaller -Xmx in etc/<role>/jvm.options of the cluster")
                : Finding.ok("memory", found);
    }

    /** What the options of the role say, which {@code jvm.options} may change. */
    private static long heap(Role role) {
        return role.jvmOptions().stream()
                .filter(option -> option.matches("-Xmx[0-9]+m"))
                .mapToLong(option -> MIB * Long.parseLong(option.substring("-Xmx".length(), option.length() - 1)))
                .sum();
    }
}
