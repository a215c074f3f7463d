package org.asterism.drill.history;

import java.util.Locale;

/** What can be broken. */
public enum FaultKind {
    /** The hub is killed (SIGKILL) and started again. */
    HUB_KILL,
    /** The hub is stopped (SIGSTOP) and goes on. */
    HUB_PAUSE,
    /** A worker is killed (SIGKILL); a new one takes its place. */
    WORKER_KILL,
    /** A worker is stopped (SIGSTOP) and goes on. */
    WORKER_PAUSE,
    /** A worker's connection ends, and it gets no other for a while. */
    WIRE_CUT,
    /** Nothing gets through a worker's connection for a while; nothing is lost. */
    WIRE_FREEZE,
    /** What goes through a worker's connection takes its time. */
    WIRE_SLOW,
    /** A server node is killed (SIGKILL); its supervisor starts it again. */
    NODE_KILL,
    /** An instance is killed (SIGKILL) and started again. */
    INSTANCE_KILL;

    /** As it is written on command lines. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a worker that it affects may have no word with the hub meanwhile. */
    public boolean isolates() {
        return switch (this) {
            case HUB_KILL, HUB_PAUSE, WORKER_PAUSE, WIRE_CUT, WIRE_FREEZE -> true;
            case WORKER_KILL, WIRE_SLOW, NODE_KILL, INSTANCE_KILL -> false;
        };
    }
}
