package org.asterism.launcher.command;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.asterism.container.ContainerStartException;
import org.asterism.launcher.LauncherException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one message and an exit code. {@code ASTERISM_DEBUG=1} adds the stack trace. */
final class Failures implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("asterism: " + message(failure)));
        if (System.getenv("ASTERISM_DEBUG") != null) {
            failure.printStackTrace(err);
        }
        err.flush();
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    static String message(Exception failure) {
        if (failure instanceof LauncherException || failure instanceof ContainerStartException) {
            return failure.getMessage();
        }
        if (failure instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile() + "; use a --base that you may write, or change its owner";
        }
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return "there is no " + failure.getMessage();
        }
        if (failure instanceof FileSystemException problem) {
            return problem.getFile() + ": "
                    + (problem.getReason() == null ? problem.getClass().getSimpleName() : problem.getReason());
        }
        if (failure instanceof IOException) {
            return String.valueOf(failure.getMessage());
        }
        return failure instanceof InterruptedException
                ? "interrupted"
                : "unexpected " + failure + "; set ASTERISM_DEBUG=1 to see where";
    }
}
