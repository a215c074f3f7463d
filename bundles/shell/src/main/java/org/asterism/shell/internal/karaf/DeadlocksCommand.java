package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.lock.LockServer;
import org.asterism.shell.internal.DeadlockListing;

/** {@code asterism:deadlocks}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "deadlocks",
        description =
                "Asks the lock server for the last ten deadlocks: who waited for whom, where, and who was given up")
public final class DeadlocksCommand extends LockCommand {

    @Override
    public Object execute() {
        show(new DeadlockListing(ask(LockServer::deadlocks)));
        return null;
    }
}
