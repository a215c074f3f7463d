package org.asterism.lock.internal.client;

import java.util.stream.Collectors;
import org.asterism.lock.Deadlock;
import org.asterism.lock.DeadlockException;

/** Deadlocks in words. */
final class DeadlockText {

    private DeadlockText() {}

    static DeadlockException exception(String what, Deadlock deadlock) {
        String cycle = deadlock.cycle().stream().map(DeadlockText::of).collect(Collectors.joining(", "));
        return new DeadlockException("the wait for " + what + " would never end: " + cycle, deadlock);
    }

    private static String of(Deadlock.Link link) {
        return link.party() + " in " + link.member() + " waits for " + link.mode() + " " + link.waitsFor();
    }
}
