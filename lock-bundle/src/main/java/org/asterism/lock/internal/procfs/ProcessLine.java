package org.asterism.lock.internal.procfs;

import java.util.Set;

/**
 * What {@code /proc/PID/stat} says of a process.
 *
 * @param state one letter
 * @param threads how many there are
 * @param start when it began, in ticks since the machine did
 */
record ProcessLine(String state, long threads, long start) {

    private static final Set<String> ENDED = Set.of("Z", "X", "x");
    /** The fields are numbered from 1; those after the name, which may contain anything, from 3. */
    private static final int FIRST = 3;

    private static final int STATE = 3;
    private static final int THREADS = 20;
    private static final int START = 22;

    /** @throws IllegalArgumentException if it is no such line */
    static ProcessLine parse(String line) {
        String[] fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
        if (fields.length <= START - FIRST) {
            throw new IllegalArgumentException("not a process: " + line);
        }
        return new ProcessLine(
                fields[STATE - FIRST], Long.parseLong(fields[THREADS - FIRST]), Long.parseLong(fields[START - FIRST]));
    }

    /** Nothing of it runs any more, though nobody has asked yet how it ended. Its first thread may end before the others. */
    boolean isOver() {
        return ENDED.contains(state) && threads <= 1;
    }
}
