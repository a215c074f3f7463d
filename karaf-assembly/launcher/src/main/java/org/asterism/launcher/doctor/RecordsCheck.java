package org.asterism.launcher.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.asterism.container.ContainerLayout;
import org.asterism.container.CorruptRecordException;
import org.asterism.container.ProcessRecord;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.InstanceEntry;
import org.asterism.launcher.cluster.NodeFile;

/** Whether what is remembered of processes can be read: nothing is started or stopped without it. */
record RecordsCheck(Cluster cluster) implements Check {

    @Override
    public String name() {
        return "records";
    }

    @Override
    public List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        int read = 0;
        for (ContainerLayout container : containers()) {
            try {
                read += ProcessRecord.read(container.processRecord()).isPresent() ? 1 : 0;
            } catch (CorruptRecordException damaged) {
                findings.add(Finding.problem(
                        "records",
                        damaged.getMessage(),
                        "look for a process that runs in " + container.base() + ", end it, and remove the file"));
            }
        }
        for (InstanceEntry instance : cluster.file().instances()) {
            for (int number = 1; number <= instance.nodes(); number++) {
                try {
                    NodeFile.read(cluster.layout().nodeRecord(instance.name(), number));
                } catch (LauncherException damaged) {
                    findings.add(
                            Finding.warning("records", damaged.getMessage(), "restart " + instance.name() + " if not"));
                }
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.ok("records", read + " records of processes, all readable"))
                : findings;
    }

    private List<ContainerLayout> containers() throws IOException {
        List<ContainerLayout> all = new ArrayList<>(List.of(cluster.layout().database()));
        cluster.file().hubNumbers().forEach(number -> all.add(cluster.hub(number)));
        for (String instance : cluster.layout().instanceNames()) {
            all.add(cluster.layout().instance(instance));
            for (int number : cluster.layout().nodeNumbers(instance)) {
                all.add(cluster.layout().node(instance, number));
            }
        }
        return all;
    }
}
