package org.asterism.shell.internal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.asterism.documents.Ages;
import org.asterism.documents.LockDocument;
import org.asterism.lock.Deadlock;

/**
 * Deadlocks, as the lock server found them.
 *
 * @param deadlocks newest first
 */
public record DeadlockListing(List<Deadlock> deadlocks) implements Report {

    /** With a copy of the list. */
    public DeadlockListing {
        deadlocks = List.copyOf(deadlocks);
    }

    @Override
    public String text() {
        return deadlocks.isEmpty()
                ? "no deadlock since the hub started\n"
                : deadlocks.stream().map(DeadlockListing::text).collect(Collectors.joining("\n"));
    }

    private static String text(Deadlock deadlock) {
        int size = deadlock.cycle().size();
        return (size == 1 ? "one waited for itself:\n" : size + " waited in a circle, each for the next one:\n")
                + IntStream.range(0, size)
                        .mapToObj(i -> text(deadlock.cycle().get(i), i == deadlock.victim()))
                        .collect(Collectors.joining());
    }

    private static String text(Deadlock.Link link, boolean victim) {
        return "  " + link.member() + " " + link.party() + " (session " + Names.session(link.session(), link.member())
                + ") waited "
                + Ages.text(link.age()) + " for " + link.waitsFor() + " " + link.mode()
                + (victim ? ", and was given up\n" : "\n")
                + link.stack().stream().map(frame -> "      at " + frame + "\n").collect(Collectors.joining());
    }

    @Override
    public Object document() {
        return LockDocument.deadlocks(deadlocks);
    }
}
