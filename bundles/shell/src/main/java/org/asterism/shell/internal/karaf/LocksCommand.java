package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.asterism.lock.LockServer;
import org.asterism.shell.internal.LockListing;
import org.osgi.framework.ServiceException;

/** {@code asterism:locks}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "locks",
        description = "Asks the lock server for the locks that are held or waited for, and lists them")
public final class LocksCommand extends ShellCommand {

    private static final String NO_SERVER = "no lock server is known; is the hub up?";

    @Option(name = "--limit", description = "The most locks to list")
    private int limit = 100;

    @Override
    public Object execute() {
        if (limit < 1) {
            throw new IllegalArgumentException("--limit is " + limit + ", not at least 1");
        }
        ClusterView view = lookup().call(ClusterService.class, Scope.NO_MEMBER, ClusterService::view);
        if (view.stale()) {
            throw new IllegalStateException("the lock server is in the hub, and the hub is away: " + Scope.AWAY
                    + "; locks stay with their owners " + "for their lease");
        }
        try {
            show(lookup().call(
                            LockServer.class,
                            NO_SERVER,
                            server -> new LockListing(server.status(), server.locks(limit))));
        } catch (ServiceException e) {
            throw new IllegalStateException("the lock server did not answer: " + e.getMessage(), e);
        }
        return null;
    }
}
