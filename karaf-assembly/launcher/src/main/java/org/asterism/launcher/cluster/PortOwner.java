package org.asterism.launcher.cluster;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells which process listens on a port, as far as the system lets us see: Linux, and processes of the same user. */
final class PortOwner {

    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTEN = "0A";
    private static final int MAX_COMMAND = 60;

    private PortOwner() {}

    /** Such as {@code process 4711 (java -jar x.jar)}. */
    static Optional<String> of(int port) {
        return process(port).map(PortOwner::describe);
    }

    static Optional<ProcessHandle> process(int port) {
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Optional<ProcessHandle> owner = inode(Path.of(table), port).flatMap(PortOwner::processWithSocket);
            if (owner.isPresent()) {
                return owner;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inode(Path table, int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try {
            for (String line : Files.isReadable(table) ? Files.readAllLines(table) : List.<String>of()) {
                String[] fields = line.strip().split("\\s+", -1);
                if (fields.length > INODE && fields[ADDRESS].endsWith(suffix) && fields[STATE].equals(LISTEN)) {
                    return Optional.of(fields[INODE]);
                }
            }
            return Optional.empty();
        } catch (IOException notTold) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> processWithSocket(String inode) {
        return ProcessHandle.allProcesses()
                .filter(process -> hasSocket(process.pid(), "socket:[" + inode + "]"))
                .findFirst();
    }

    private static boolean hasSocket(long pid, String socket) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : files) {
                if (Files.readSymbolicLink(file).toString().equals(socket)) {
                    return true;
                }
            }
            return false;
        } catch (IOException notOurs) {
            return false;
        }
    }

    static String describe(ProcessHandle process) {
        String command = process.info().commandLine().orElse("").replaceAll("\\s+", " ");
        String shown = command.length() > MAX_COMMAND ? command.substring(0, MAX_COMMAND) + "…" : command;
        return "process " + process.pid() + (shown.isEmpty() ? "" : " (" + shown + ")");
    }
}
