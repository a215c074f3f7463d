package org.asterism.launcher;

import org.asterism.launcher.command.AsterismCommand;

/** The entry point of {@code bin/asterism}. */
public final class Launcher {

    private Launcher() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(AsterismCommand.commandLine().execute(arguments));
    }
}
