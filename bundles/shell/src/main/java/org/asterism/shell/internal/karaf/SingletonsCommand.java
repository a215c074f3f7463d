package org.asterism.shell.internal.karaf;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.documents.LockPage;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockKey;
import org.asterism.shell.internal.SingletonListing;
import org.asterism.singleton.Singleton;

/** {@code asterism:singletons}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "singletons",
        description = "Asks the lock server where the cluster singletons are active, and who is next",
        detailedDescription = """
                NEXT are the members that would follow, in this order. A name
                without a member is about to be given to someone, or all who
                have it are drained.

                  asterism:singletons --json
                """)
public final class SingletonsCommand extends LockCommand {

    private static final LockKey ANY = Singleton.key(LockKey.ANY);

    @Override
    public Object execute() {
        LockFilter filter = new LockFilter(
                Optional.of(ANY.namespace()), Optional.of(ANY.name()), Optional.empty(), Optional.empty());
        show(new SingletonListing(ask(server -> server.locks(filter, LockPage.MOST))));
        return null;
    }
}
