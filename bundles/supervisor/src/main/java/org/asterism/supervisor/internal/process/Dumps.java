package org.asterism.supervisor.internal.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.asterism.container.ContainerLayout;
import org.asterism.container.KeptFiles;

/** The dumps of a node: {@code log/threads-….txt} and {@code dumps/*.hprof}, of which the newest are kept. */
final class Dumps {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final ContainerLayout layout;
    private final DumpLimits limits;

    Dumps(ContainerLayout layout, DumpLimits limits) {
        this.layout = layout;
        this.limits = limits;
    }

    /** Keeps what the threads did at a time. */
    Path threads(String text, Instant time) throws IOException {
        Path file = layout.logs().resolve("threads-" + NAME.format(time) + ".txt");
        Files.writeString(file, text);
        new KeptFiles(layout.logs(), "threads-*.txt").keep(limits.threads());
        return file;
    }

    /** Where the next heap dump goes. Before that the older ones make room. */
    Path nextHeap(Instant time) throws IOException {
        prepare(1);
        return layout.dumps().resolve("heap-" + NAME.format(time) + ".hprof");
    }

    /** Before a process starts, which may write a heap dump when it ends. */
    void prepare(int expected) throws IOException {
        Files.createDirectories(layout.dumps());
        heaps().keep(Math.max(0, limits.heap() - expected));
    }

    /** Whether the JVM may write one when its memory is exhausted. */
    boolean heapWanted() {
        return limits.heap() > 0;
    }

    /** What the JVM of this process wrote when its memory was exhausted. */
    Optional<Path> heapOf(long pid) {
        Path file = layout.dumps().resolve("java_pid" + pid + ".hprof");
        return Optional.of(file).filter(Files::exists);
    }

    private KeptFiles heaps() {
        return new KeptFiles(layout.dumps(), "*.hprof");
    }
}
