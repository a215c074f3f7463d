package org.asterism.launcher.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.container.ClusterLayout;
import org.asterism.container.JavaRuntime;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;

/** Looks at all that a cluster on this machine needs. Nothing is changed, and one thing that is broken does not hide the rest. */
public final class Doctor {

    private final Path home;
    private final Path base;
    private final Optional<Integer> offset;

    /**
     * For a cluster that need not be there yet, or not be readable.
     *
     * @param home the distribution
     * @param base the directory of the cluster
     * @param offset the port offset that was asked for
     */
    public Doctor(Path home, Path base, Optional<Integer> offset) {
        this.home = home;
        this.base = base;
        this.offset = offset;
    }

    /** All findings, in the order in which one thing needs the other. */
    public List<Finding> examine() throws InterruptedException {
        List<Check> checks = new ArrayList<>(machine());
        List<Finding> findings = new ArrayList<>();
        try {
            checks.addAll(cluster(Cluster.open(home, base, offset)));
        } catch (IOException | LauncherException unreadable) {
            findings.add(Finding.problem("records", String.valueOf(unreadable.getMessage()), "then ask again"));
        }
        for (Check check : checks) {
            findings.addAll(run(check));
        }
        return findings;
    }

    private List<Check> machine() {
        ClusterLayout layout = new ClusterLayout(base);
        return List.of(
                new JavaCheck(JavaRuntime.current()),
                new DistributionCheck(home),
                new DiskCheck(layout.base()),
                new WriteCheck(layout.base()),
                new OwnerCheck(layout.base()),
                new SecretsCheck(layout),
                new ClockCheck(home),
                new LimitsCheck());
    }

    private static List<Check> cluster(Cluster cluster) {
        return List.of(
                new MemoryCheck(cluster),
                new PortsCheck(cluster),
                new RecordsCheck(cluster),
                new ConfigurationCheck(cluster.layout()),
                new JvmOptionsCheck(cluster, JavaRuntime.current()),
                new DatabaseCheck(cluster),
                new PartsCheck(cluster));
    }

    private static List<Finding> run(Check check) throws InterruptedException {
        try {
            return check.findings();
        } catch (IOException | LauncherException e) {
            return List.of(Finding.problem(check.name(), "cannot be looked at: " + e, "mend that, then ask again"));
        }
    }
}
