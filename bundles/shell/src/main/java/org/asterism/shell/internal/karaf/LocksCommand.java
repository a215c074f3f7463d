package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.lock.LockServer;
import org.asterism.shell.internal.LockListing;
import org.asterism.shell.internal.Report;

/** {@code asterism:locks}. */
@Service
@Command(scope = Scope.NAME, name = "locks", description = "Lists the locks that are held or waited for")
public final class LocksCommand extends ReportCommand {

    private static final String NO_SERVER = "no lock server is known; is the hub up?";

    @Option(name = "--limit", description = "The most locks to list")
    private int limit = 100;

    @Override
    Report report(Lookup lookup) {
        if (limit < 1) {
            throw new IllegalArgumentException("--limit is " + limit + ", not at least 1");
        }
        return lookup.call(
                LockServer.class, NO_SERVER, server -> new LockListing(server.status(), server.locks(limit)));
    }
}
