package org.asterism.shell.internal.karaf;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.documents.Ages;
import org.asterism.documents.LockPage;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockServer;
import org.asterism.shell.internal.LockListing;
import org.asterism.shell.internal.LongHeldListing;

/** {@code asterism:locks}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "locks",
        description = "Asks the lock server for the locks that are held or waited for, and lists them",
        detailedDescription = """
                A line for each holder and each waiter; "waits 1" is next in the
                queue. PARTY is the thread that asked, or nothing if no thread
                waits for the session.

                  asterism:locks --owner a --older-than 5min
                  asterism:locks --namespace shop --name product --json
                  asterism:locks --long-held
                """)
public final class LocksCommand extends LockCommand {

    @Option(name = "--namespace", valueToShowInHelp = "all", description = "Only locks of this namespace")
    @Completion(LockNamespaceCompleter.class)
    private String namespace;

    @Option(name = "--name", valueToShowInHelp = "all", description = "Only locks of this name")
    @Completion(LockNameCompleter.class)
    private String name;

    @Option(
            name = "--owner",
            valueToShowInHelp = "all",
            description = "Only locks that this member holds or waits for, or of an instance its server nodes")
    @Completion(MemberCompleter.class)
    private String owner;

    @Option(
            name = "--older-than",
            valueToShowInHelp = "all",
            description = "Only locks that someone has held or waited for at least so long: 250ms, 30s, 5min, 2h, 1d")
    private String age;

    @Option(name = "--limit", description = "The most locks to list, at most " + LockPage.MOST)
    private int limit = 100;

    @Option(
            name = "--long-held",
            description =
                    "Only locks that are held for so long that there was an alarm; without other options but --json")
    private boolean longHeld;

    @Override
    public Object execute() {
        LockFilter filter = filter();
        if (longHeld) {
            requireAll(filter);
            show(new LongHeldListing(ask(LockServer::longHeld)));
            return null;
        }
        show(new LockListing(ask(server -> LockPage.of(server, filter, limit))));
        return null;
    }

    private static void requireAll(LockFilter filter) {
        if (!filter.equals(LockFilter.ALL)) {
            throw new IllegalArgumentException("--long-held goes without other filters");
        }
    }

    LockFilter filter() {
        return new LockFilter(
                Optional.ofNullable(namespace),
                Optional.ofNullable(name),
                Optional.ofNullable(owner),
                Optional.ofNullable(age).map(Ages::parse));
    }
}
