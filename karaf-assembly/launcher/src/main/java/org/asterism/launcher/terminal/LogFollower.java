package org.asterism.launcher.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Shows what is added to a log file, also when the file is replaced by a new one. */
public final class LogFollower {

    private static final int CHUNK = 64 * 1024;

    private final Path file;
    private final Consumer<String> out;
    private long position;

    private LogFollower(Path file, long position, Consumer<String> out) {
        this.file = file;
        this.position = position;
        this.out = out;
    }

    /** Starts at the present end of the file. */
    public LogFollower(Path file, PrintWriter out) throws IOException {
        this(file, end(file), text -> {
            out.print(text);
            out.flush();
        });
    }

    /** Starts at the present end of the file. */
    static LogFollower atEnd(Path file, Consumer<String> out) throws IOException {
        return new LogFollower(file, end(file), out);
    }

    /** Starts at the begin of the file. */
    static LogFollower atBegin(Path file, Consumer<String> out) {
        return new LogFollower(file, 0, out);
    }

    private static long end(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Shows what was added since the last time. */
    public void poll() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            if (log.length() < position) {
                position = 0;
            }
            log.seek(position);
            byte[] chunk = new byte[CHUNK];
            for (int length = log.read(chunk); length > 0; length = log.read(chunk)) {
                int whole = wholeLines(chunk, length);
                out.accept(new String(chunk, 0, whole, StandardCharsets.UTF_8));
                position += whole;
                if (whole < length) {
                    break;
                }
            }
        }
    }

    /** A line that is still being written is left for the next time, unless it is longer than a chunk. */
    private static int wholeLines(byte[] chunk, int length) {
        for (int end = length; end > 0; end--) {
            if (chunk[end - 1] == '\n') {
                return end;
            }
        }
        return length == CHUNK ? length : 0;
    }
}
