package org.asterism.launcher.status;

/** How a process is, seen from outside. */
public enum State {
    /** It answers. */
    UP,
    /** There is no such process. */
    DOWN,
    /** The process is there, or may be, but does not answer: it starts, or hangs. */
    UNREACHABLE,
    /** It answers that it does not work until something is corrected and it is restarted. */
    REFUSED
}
