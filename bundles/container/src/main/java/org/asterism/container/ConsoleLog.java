package org.asterism.container;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What a process prints: {@code log/console.log}, and {@code console.log.1} with what was before. The process has the file open for
 * appending, so it goes on in an emptied file.
 */
public final class ConsoleLog {

    private static final long MAX_SIZE = 8L * 1024 * 1024;

    private final Path file;
    private final long maxSize;

    /** Of a container. */
    public ConsoleLog(ContainerLayout layout) {
        this(layout.consoleLog(), MAX_SIZE);
    }

    ConsoleLog(Path file, long maxSize) {
        this.file = file;
        this.maxSize = maxSize;
    }

    /** Its size; 0 if there is none. */
    public long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /**
     * Makes room if it has become large. What is printed in the moment between the copy and the emptying is lost.
     *
     * @return whether it was too large
     */
    public boolean bound() throws IOException {
        if (size() <= maxSize) {
            return false;
        }
        Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        try (RandomAccessFile emptied = new RandomAccessFile(file.toFile(), "rw")) {
            emptied.setLength(0);
        }
        return true;
    }

    /**
     * What was printed since it had a size, or from the beginning if it was emptied since; at most {@code limit} bytes of it.
     */
    public String since(long size, int limit) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            reader.seek(size <= reader.length() ? size : 0);
            byte[] bytes = new byte[(int) Math.min(limit, reader.length() - reader.getFilePointer())];
            reader.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Its last bytes. */
    public String tail(int limit) throws IOException {
        return since(Math.max(0, size() - limit), limit);
    }
}
