package org.asterism.servernode;

/**
 * What the threads of a server node did at a moment.
 *
 * @param file where it is kept, on the machine of the node; the oldest ones are removed
 * @param text what it says; the end is left out if it is longer than {@link #MAX_TEXT}
 */
public record ThreadDump(String file, String text) {

    /** In characters; the file has all. */
    public static final int MAX_TEXT = 400_000;

    public ThreadDump {
        text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "\n… (the rest is in " + file + ")\n" : text;
    }
}
