package org.asterism.lock.internal.server;

import java.util.stream.Collectors;
import org.asterism.lock.Deadlock;
import org.asterism.lock.Deadlock.Link;

/** A deadlock in one line, without stacks. */
final class DeadlockText {

    private DeadlockText() {}

    static String of(Deadlock deadlock) {
        String cycle = deadlock.cycle().stream().map(DeadlockText::of).collect(Collectors.joining("; "));
        return deadlock.victim() < 0
                ? cycle + "; nobody is given up"
                : cycle + "; " + name(deadlock.cycle().get(deadlock.victim())) + " is given up";
    }

    private static String of(Link link) {
        return name(link) + " waits since " + link.age().toMillis() + " ms for " + link.mode() + " " + link.waitsFor();
    }

    private static String name(Link link) {
        return link.member() + " " + link.party();
    }
}
