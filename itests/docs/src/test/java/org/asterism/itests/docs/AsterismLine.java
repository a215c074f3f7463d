package org.asterism.itests.docs;

import java.util.List;
import org.asterism.launcher.command.AsterismCommand;

/** A line of arguments of {@code asterism}, as the command itself reads it. */
final class AsterismLine {

    private AsterismLine() {}

    /** Parses it without doing anything; what is not understood is thrown. */
    static void parse(List<String> words) {
        AsterismCommand.commandLine().parseArgs(words.toArray(String[]::new));
    }
}
