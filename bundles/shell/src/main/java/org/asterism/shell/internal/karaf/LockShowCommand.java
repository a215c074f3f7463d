package org.asterism.shell.internal.karaf;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.documents.LockPage;
import org.asterism.lock.LockKey;
import org.asterism.shell.internal.LockView;

/** {@code asterism:lock-show}. */
@Service
@Command(
        scope = Scope.NAME,
        name = "lock-show",
        description = "Shows who holds and who waits for a lock, and for every lock that overlaps with it",
        detailedDescription = """
                The key is written as asterism:locks shows it; * stands for every
                argument at its place.

                  asterism:lock-show 'shop:order[2026, 17]'
                  asterism:lock-show 'shop:product[*]'
                """)
public final class LockShowCommand extends LockKeyCommand {

    @Option(name = "--limit", description = "The most locks to list, at most " + LockPage.MOST)
    private int limit = 100;

    @Override
    public Object execute() {
        LockKey key = key();
        show(new LockView(key, ask(server -> LockPage.overlapping(server, key, limit))));
        return null;
    }
}
