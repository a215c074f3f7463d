package org.asterism.launcher.status;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.asterism.container.ContainerStarter;
import org.asterism.container.ProcessRecord;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.Datasource;
import org.asterism.launcher.cluster.PortCheck;

/** Looks after the database that the server nodes are configured to use. */
record DatabaseReader(Cluster cluster, Problems problems, Duration timeout) {

    ClusterStatus.Database read() {
        Datasource datasource = problems.collect(() -> Datasource.read(cluster.layout()))
                .orElseGet(() -> Datasource.own(cluster.ports()));
        boolean own = datasource.isOwn(cluster.ports());
        Optional<ProcessRecord> process = own
                ? problems.collect(
                        () -> ContainerStarter.running(cluster.layout().database()))
                : Optional.empty();
        return new ClusterStatus.Database(
                own && process.isEmpty() ? State.DOWN : state(datasource, own),
                datasource.kind(),
                datasource.url(),
                process.map(record -> OptionalLong.of(record.identity().pid())).orElse(OptionalLong.empty()));
    }

    /** A database of others that does not answer may well be there, but not for us. */
    private State state(Datasource datasource, boolean own) {
        boolean open = datasource
                .server()
                .filter(server -> PortCheck.isOpen(server.getHostString(), server.getPort(), timeout))
                .isPresent();
        if (open) {
            return State.UP;
        }
        return own || datasource.server().isEmpty() ? State.UNREACHABLE : State.DOWN;
    }
}
