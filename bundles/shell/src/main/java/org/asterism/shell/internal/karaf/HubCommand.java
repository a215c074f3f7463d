package org.asterism.shell.internal.karaf;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.HubStatus;
import org.asterism.cluster.MessageServer;
import org.asterism.shell.internal.HubReport;
import org.asterism.shell.internal.Report;

/** {@code asterism:hub}. Tells what this member knows also when the hub does not answer. */
@Service
@Command(scope = Scope.NAME, name = "hub", description = "Shows what this member knows of the hub and how the hub is")
public final class HubCommand extends ReportCommand {

    private static final String NOT_OFFERED = "it offers no message server";

    @Override
    Report report(Lookup lookup) {
        return lookup.call(ClusterService.class, Scope.NO_MEMBER, cluster -> {
            try {
                HubStatus status = lookup.call(MessageServer.class, NOT_OFFERED, MessageServer::status);
                return new HubReport(cluster.self(), cluster.view(), Optional.of(status), "");
            } catch (RuntimeException silent) {
                return new HubReport(
                        cluster.self(), cluster.view(), Optional.empty(), String.valueOf(silent.getMessage()));
            }
        });
    }
}
