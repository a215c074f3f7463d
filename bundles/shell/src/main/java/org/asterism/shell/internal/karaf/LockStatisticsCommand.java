package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.lock.LockServer;
import org.asterism.shell.internal.LockStatisticsReport;

/** {@code asterism:lock-stats}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "lock-stats",
        description =
                "Asks the lock server for its numbers: what is held and waited for, how long, by whom, and what went wrong")
public final class LockStatisticsCommand extends LockCommand {

    @Override
    public Object execute() {
        show(new LockStatisticsReport(ask(LockServer::statistics)));
        return null;
    }
}
