package org.asterism.launcher.manual;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asterism.launcher.command.AsterismCommand;
import picocli.CommandLine;

/** Writes the man page and the completion of {@code asterism}; the build runs it. */
public final class Manual {

    private Manual() {}

    /** With the directory that becomes {@code share} of the distribution, and the version of the distribution. */
    public static void main(String[] arguments) throws IOException {
        Path share = Path.of(arguments[0]);
        CommandLine command = AsterismCommand.commandLine();
        write(share.resolve("man/man1/asterism.1"), new ManPage(command, arguments[1]).text());
        write(share.resolve("completion/asterism.bash"), Completion.of(command));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
