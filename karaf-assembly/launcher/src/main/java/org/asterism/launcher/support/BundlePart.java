package org.asterism.launcher.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.container.ContainerLayout;
import org.asterism.container.ContainerStarter;
import org.asterism.container.CorruptRecordException;
import org.asterism.container.ProcessIdentity;
import org.asterism.container.ProcessRecord;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.Target;

/**
 * A process of the cluster.
 *
 * @param directory where its things stand in the bundle
 */
record BundlePart(String directory, ContainerLayout layout) {

    /** All that have a directory here, also those that do not run. */
    static List<BundlePart> of(Cluster cluster) throws IOException {
        List<BundlePart> parts = new ArrayList<>(
                List.of(new BundlePart("database", cluster.layout().database())));
        for (int number : cluster.file().hubNumbers()) {
            parts.add(new BundlePart(new Target.Hub(number).name(), cluster.hub(number)));
        }
        for (String instance : cluster.layout().instanceNames()) {
            parts.add(new BundlePart("instances/" + instance, cluster.layout().instance(instance)));
            for (int number : cluster.layout().nodeNumbers(instance)) {
                parts.add(new BundlePart(
                        "instances/" + instance + "/nodes/" + number,
                        cluster.layout().node(instance, number)));
            }
        }
        return parts;
    }

    /** Its process, if it runs. */
    Optional<ProcessIdentity> process() throws IOException {
        try {
            return ContainerStarter.running(layout).map(ProcessRecord::identity);
        } catch (CorruptRecordException toldByTheDoctor) {
            return Optional.empty();
        }
    }
}
