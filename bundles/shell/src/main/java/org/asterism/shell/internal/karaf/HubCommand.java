package org.asterism.shell.internal.karaf;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MessageServer;
import org.asterism.shell.internal.HubAnswer;
import org.asterism.shell.internal.HubReport;

/** {@code asterism:hub}. Tells what this member knows also when the hub does not answer. */
@Service
@Command(
        scope = Scope.NAME,
        name = "hub",
        description = "Shows what this container knows of the hub, and asks the hub how it and its connections are")
public final class HubCommand extends ShellCommand {

    private static final String NOT_OFFERED = "it offers no message server";

    @Override
    public Object execute() {
        show(lookup().call(ClusterService.class, Scope.NO_MEMBER, this::report));
        return null;
    }

    private HubReport report(ClusterService cluster) {
        if (cluster.view().stale()) {
            return new HubReport(cluster.self(), cluster.view(), Optional.empty(), Scope.AWAY);
        }
        try {
            HubAnswer answer = lookup().call(
                            MessageServer.class,
                            NOT_OFFERED,
                            server -> new HubAnswer(server.status(), server.clients()));
            return new HubReport(cluster.self(), cluster.view(), Optional.of(answer), "");
        } catch (RuntimeException silent) {
            return new HubReport(cluster.self(), cluster.view(), Optional.empty(), String.valueOf(silent.getMessage()));
        }
    }
}
