package org.asterism.launcher.terminal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, however long the file is. */
public final class LogTail {

    private static final int MAX_LINE = 400;
    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private LogTail() {}

    /** At most so many last lines; none if there is no such file. */
    public static List<String> last(Path file, int lines) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long wanted = Math.min(MAX_BYTES, (long) MAX_LINE * (lines + 1));
            long start = Math.max(0, log.length() - wanted);
            log.seek(start);
            byte[] bytes = new byte[(int) (log.length() - start)];
            log.readFully(bytes);
            List<String> found =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            List<String> whole = start > 0 && found.size() > 1 ? found.subList(1, found.size()) : found;
            return whole.subList(Math.max(0, whole.size() - lines), whole.size());
        }
    }
}
