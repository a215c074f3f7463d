package org.asterism.dispatcher.internal.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file to which lines are added. Before it becomes too large, and on a new day, it is renamed, {@code access.log} to
 * {@code access-2026-11-30.1.log}, and a new one is begun; only so many old ones are kept. For one thread.
 */
final class RotatingFile implements AutoCloseable {

    private final Path file;
    private final long maxBytes;
    private final int keep;
    private final Pattern old;
    private OutputStream out;
    private LocalDate day;
    private long size;

    RotatingFile(Path file, long maxBytes, int keep) {
        this.file = file.toAbsolutePath();
        this.maxBytes = maxBytes;
        this.keep = keep;
        this.old = Pattern.compile(Pattern.quote(stem()) + "-\\d{4}-\\d\\d-\\d\\d\\.\\d+" + Pattern.quote(extension()));
    }

    private String stem() {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - extension().length());
    }

    private String extension() {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot);
    }

    /** @param today of the line */
    void write(String line, LocalDate today) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        if (out == null) {
            open(today);
        }
        if (!today.equals(day) || (size > 0 && size + bytes.length > maxBytes)) {
            rotate(today);
        }
        out.write(bytes);
        size += bytes.length;
    }

    private void open(LocalDate today) throws IOException {
        Files.createDirectories(file.getParent());
        boolean there = Files.exists(file);
        size = there ? Files.size(file) : 0;
        day = there ? LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneId.systemDefault()) : today;
        out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 16);
    }

    private void rotate(LocalDate today) throws IOException {
        close();
        int number = 1;
        while (Files.exists(renamed(number))) {
            number++;
        }
        Files.move(file, renamed(number));
        prune();
        open(today);
    }

    private Path renamed(int number) {
        return file.resolveSibling(stem() + "-" + day + "." + number + extension());
    }

    private void prune() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            List<Path> oldest = files.filter(
                            path -> old.matcher(path.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(RotatingFile::modified))
                    .toList();
            for (Path path : oldest.subList(0, Math.max(0, oldest.size() - keep))) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static long modified(Path path) {
        return path.toFile().lastModified();
    }

    void flush() throws IOException {
        if (out != null) {
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            OutputStream last = out;
            out = null;
            last.close();
        }
    }
}
