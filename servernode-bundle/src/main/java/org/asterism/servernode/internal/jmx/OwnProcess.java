package org.asterism.servernode.internal.jmx;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.management.JMException;
import javax.management.ObjectName;
import org.asterism.container.KeptFiles;
import org.asterism.servernode.DiagnosticsException;
import org.asterism.servernode.HeapDump;
import org.asterism.servernode.NodeDiagnostics;
import org.asterism.servernode.ThreadDump;

/** The diagnostics of an embedded node: those of this process. */
public final class OwnProcess implements NodeDiagnostics {

    private static final String[] STRINGS = {String[].class.getName()};
    private static final int THREAD_DUMPS = 10;
    private static final int HEAP_DUMPS = 2;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final Path base;

    /** @param base of this container; dumps are kept in {@code log} and {@code dumps} below */
    public OwnProcess(Path base) {
        this.base = base;
    }

    @Override
    public ThreadDump threadDump() throws DiagnosticsException {
        try {
            Object text = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "threadPrint",
                            new Object[] {new String[0]},
                            STRINGS);
            Path file = Files.createDirectories(base.resolve("log"))
                    .resolve("threads-" + NAME.format(Instant.now()) + ".txt");
            Files.writeString(file, text.toString());
            new KeptFiles(file.getParent(), "threads-*.txt").keep(THREAD_DUMPS);
            return new ThreadDump(file.toString(), text.toString());
        } catch (JMException | IOException e) {
            throw new DiagnosticsException("no thread dump of this instance: " + e.getMessage(), e);
        }
    }

    @Override
    public HeapDump heapDump() throws DiagnosticsException {
        try {
            Path file = Files.createDirectories(base.resolve("dumps"))
                    .resolve("heap-" + NAME.format(Instant.now()) + ".hprof");
            new KeptFiles(file.getParent(), "*.hprof").keep(HEAP_DUMPS - 1);
            requireRoom(file.getParent());
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                            "dumpHeap",
                            new Object[] {file.toString(), true},
                            new String[] {String.class.getName(), boolean.class.getName()});
            return new HeapDump(file.toString(), Files.size(file));
        } catch (JMException | IOException e) {
            throw new DiagnosticsException("no heap dump of this instance: " + e.getMessage(), e);
        }
    }

    private static void requireRoom(Path directory) throws IOException, DiagnosticsException {
        long needed = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
        long room = Files.getFileStore(directory).getUsableSpace();
        if (room < needed) {
            throw new DiagnosticsException("a heap dump may need " + (needed >> 20) + " MiB, and there are "
                    + (room >> 20) + " left in " + directory);
        }
    }
}
