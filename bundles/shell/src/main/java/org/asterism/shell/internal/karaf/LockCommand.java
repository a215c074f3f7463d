package org.asterism.shell.internal.karaf;

import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.asterism.lock.LockServer;
import org.asterism.shell.internal.karaf.Lookup.Use;
import org.osgi.framework.ServiceException;

/** A command that asks the lock server. */
abstract class LockCommand extends ShellCommand {

    private static final String NO_SERVER = "no lock server is known; is the hub up?";

    /** @throws IllegalStateException if it cannot be asked or does not answer, saying why */
    final <R> R ask(Use<LockServer, R, RuntimeException> question) {
        ClusterView view = lookup().call(ClusterService.class, Scope.NO_MEMBER, ClusterService::view);
        if (view.stale()) {
            throw new IllegalStateException("the lock server is in the hub, and the hub is away: " + Scope.AWAY
                    + "; locks stay with their owners for their lease");
        }
        try {
            return lookup().call(LockServer.class, NO_SERVER, question);
        } catch (ServiceException e) {
            throw new IllegalStateException("the lock server did not answer: " + e.getMessage(), e);
        }
    }
}
