package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.asterism.lock.internal.DeathWatch;
import org.asterism.lock.internal.DeathWatch.Suspect;
import org.asterism.lock.internal.LockCommand;
import org.asterism.lock.internal.LockCommand.Died;
import org.asterism.lock.internal.LockCommand.Disconnected;
import org.asterism.lock.internal.Owner;
import org.asterism.lock.internal.Presence;
import org.asterism.lock.internal.ProcessMark;
import org.asterism.lock.internal.procfs.ProcFiles;

/**
 * Knows for certain that members on the hub's machine are dead: their connection is lost and their process is gone. Then nobody
 * need wait for the end of their leases. Thread-safe.
 */
final class DeathWitness {

    /** How long a member may be without a connection before its process is looked at, and how often that is done then. */
    static final Duration GRACE = Duration.ofMillis(200);

    private final ProcFiles processes = ProcFiles.ofThisMachine();
    private final DeathWatch watch;

    DeathWitness(Duration lease) {
        this.watch = new DeathWatch(GRACE, lease);
    }

    /** The owner is connected and says which process it is. */
    void declared(Owner owner, Optional<ProcessMark> process) {
        boolean seen =
                process.filter(one -> processes.look(one) == Presence.THERE).isPresent();
        synchronized (this) {
            if (seen) {
                watch.seen(owner, process.get());
            } else {
                watch.forget(owner);
            }
        }
    }

    /** What the table is told of members. */
    synchronized void told(LockCommand command, Duration now) {
        if (command instanceof Disconnected disconnected) {
            watch.lost(disconnected.owner(), now);
        } else if (command instanceof Died died) {
            watch.forget(died.owner());
        }
    }

    /** Looks at those who are missing. */
    void look(Duration now, Consumer<Died> dead) {
        for (Suspect suspect : due(now)) {
            Presence presence = processes.look(suspect.process());
            if (isDead(suspect, presence)) {
                dead.accept(new Died(
                        suspect.owner(), "its process " + suspect.process().number() + " is gone"));
            }
        }
    }

    private synchronized List<Suspect> due(Duration now) {
        return watch.due(now);
    }

    private synchronized boolean isDead(Suspect suspect, Presence presence) {
        return watch.isDead(suspect, presence);
    }
}
