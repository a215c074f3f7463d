package org.asterism.launcher.command;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** The exit codes of {@code asterism}. They are a contract with scripts: none changes its meaning. */
public final class ExitCodes {

    /** What was asked for is done. */
    public static final int DONE = CommandLine.ExitCode.OK;
    /** It could not be done; the error output says why. */
    public static final int FAILED = CommandLine.ExitCode.SOFTWARE;
    /** The command is written in a wrong way; nothing was done. */
    public static final int USAGE = CommandLine.ExitCode.USAGE;
    /** The command did its work, and what it looked at is not well. */
    public static final int UNWELL = 3;

    private ExitCodes() {}

    /** Each code with what it means, for help, man page and reference. */
    static Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("" + DONE, "Done.");
        told.put("" + FAILED, "It could not be done; the error output says why in one message.");
        told.put("" + USAGE, "The command is written in a wrong way; nothing was done.");
        told.put("" + UNWELL, "'doctor' has found a problem, or 'status --check' something that is not up.");
        return told;
    }
}
