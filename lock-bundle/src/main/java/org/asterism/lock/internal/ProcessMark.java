package org.asterism.lock.internal;

/**
 * One process, told apart from every other one that has ever been on its machine.
 *
 * @param machine this run of the machine's kernel, and who counts processes there: a container has numbers of its own
 * @param number of the process, which is used again when it is over
 * @param start when it began, in units of that machine
 */
public record ProcessMark(String machine, long number, long start) {

    /** How long the name of a machine may be. */
    public static final int MAX_MACHINE = 200;

    public ProcessMark {
        if (machine.isEmpty() || machine.length() > MAX_MACHINE || number <= 0 || start < 0) {
            throw new IllegalArgumentException("not the mark of a process");
        }
    }
}
