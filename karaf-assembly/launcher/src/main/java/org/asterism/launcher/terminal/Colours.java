package org.asterism.launcher.terminal;

import java.util.Set;

/** Colours for states, or none where there is no terminal. */
public enum Colours {
    /** Plain text. */
    OFF,
    /** ANSI. */
    ON;

    private static final Set<String> GOOD = Set.of("UP", "OK");
    private static final Set<String> BAD = Set.of("DOWN", "FAILED", "QUARANTINED", "REFUSED", "UNREACHABLE", "PROBLEM");
    private static final Set<String> BETWEEN =
            Set.of("STARTING", "DRAINING", "ISOLATED", "STOPPED", "WARNING", "warming");

    /** A state in its colour, other words as they are. */
    public String state(String word) {
        if (GOOD.contains(word)) {
            return ansi("32", word);
        }
        if (BAD.contains(word)) {
            return ansi("31", word);
        }
        return BETWEEN.contains(word) ? ansi("33", word) : word;
    }

    /** In bold. */
    public String bold(String text) {
        return ansi("1", text);
    }

    private String ansi(String code, String text) {
        return this == OFF || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
