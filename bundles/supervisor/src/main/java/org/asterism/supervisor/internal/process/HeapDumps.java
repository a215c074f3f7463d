package org.asterism.supervisor.internal.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.asterism.container.ProcessIdentity;
import org.asterism.servernode.DiagnosticsException;
import org.asterism.servernode.HeapDump;

/** Heap dumps of a JVM, by the {@code jcmd} of this Java. */
final class HeapDumps {

    private static final long MARGIN = 64L * 1024 * 1024;

    private final Path jcmd;
    private final Dumps dumps;

    HeapDumps(Dumps dumps) {
        this(Path.of(System.getProperty("java.home"), "bin", "jcmd"), dumps);
    }

    HeapDumps(Path jcmd, Dumps dumps) {
        this.jcmd = jcmd;
        this.dumps = dumps;
    }

    /** @param patience how long it may take */
    synchronized HeapDump take(ProcessIdentity process, Duration patience)
            throws DiagnosticsException, InterruptedException {
        if (!Files.isExecutable(jcmd)) {
            throw new DiagnosticsException(
                    "there is no " + jcmd + ": a heap dump needs a JDK, this is a Java runtime alone");
        }
        if (!process.isAlive()) {
            throw new DiagnosticsException("process " + process.pid() + " is not there any more");
        }
        try {
            Path file = dumps.nextHeap(Instant.now());
            requireRoom(process, file);
            write(process, file, patience);
            return new HeapDump(file.toString(), Files.size(file));
        } catch (IOException e) {
            throw new DiagnosticsException("no heap dump of process " + process.pid() + ": " + e.getMessage(), e);
        }
    }

    /** The objects are no more than what the process has in memory. */
    private static void requireRoom(ProcessIdentity process, Path file) throws IOException, DiagnosticsException {
        long room = Files.getFileStore(file.getParent()).getUsableSpace();
        long needed = ResidentMemory.of(process.pid()) + MARGIN;
        if (room < needed) {
            throw new DiagnosticsException("a heap dump of process " + process.pid() + " may need " + (needed >> 20)
                    + " MiB, and there are " + (room >> 20) + " left in " + file.getParent());
        }
    }

    private void write(ProcessIdentity process, Path file, Duration patience)
            throws IOException, DiagnosticsException, InterruptedException {
        Path told = Files.createTempFile(file.getParent(), "jcmd", ".txt");
        try {
            Process command = new ProcessBuilder(
                            jcmd.toString(), Long.toString(process.pid()), "GC.heap_dump", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile())
                    .start();
            if (!command.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                command.destroyForcibly();
                throw new DiagnosticsException("process " + process.pid() + " did not write its heap within "
                        + patience.toSeconds() + " s; does it hang?");
            }
            if (command.exitValue() != 0 || !Files.exists(file)) {
                throw new DiagnosticsException(
                        "process " + process.pid() + " did not write its heap: " + lastLine(told));
            }
        } finally {
            Files.deleteIfExists(told);
        }
    }

    private static String lastLine(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse("jcmd did not say why");
    }
}
