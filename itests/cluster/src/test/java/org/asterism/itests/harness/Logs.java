package org.asterism.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the containers of a cluster have logged since a moment. */
public final class Logs {

    private static final Pattern ERROR = Pattern.compile("\\| ERROR +\\|");
    /** Aries says so of what is offered before the link is there; it is exported as soon as that is. */
    private static final Pattern LATER = Pattern.compile("no RemoteServiceAdmin is available. Marked for later export");

    private final Path base;
    private final Map<Path, Long> beginnings;

    private Logs(Path base, Map<Path, Long> beginnings) {
        this.base = base;
        this.beginnings = beginnings;
    }

    static Logs of(Path base) {
        Map<Path, Long> beginnings = new TreeMap<>();
        files(base).forEach(file -> beginnings.put(file, file.toFile().length()));
        return new Logs(base, beginnings);
    }

    /** Lines that are errors, each with the file it is in, except those in which one of these patterns is found. */
    public List<String> errorsExcept(String... expected) {
        List<Pattern> patterns = Arrays.stream(expected).map(Pattern::compile).toList();
        return files(base).stream()
                .flatMap(file -> lines(file)
                        .filter(line -> ERROR.matcher(line).find())
                        .filter(line -> !LATER.matcher(line).find())
                        .map(line -> base.relativize(file) + ": " + line))
                .filter(line -> patterns.stream()
                        .noneMatch(pattern -> pattern.matcher(line).find()))
                .toList();
    }

    /** The lines of one container, such as {@code hub} or {@code instances/a}. */
    public List<String> of(String container) {
        return lines(base.resolve(container).resolve("log/karaf.log")).toList();
    }

    private Stream<String> lines(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            long beginning = beginnings.getOrDefault(file, 0L);
            int from = beginning > all.length ? 0 : (int) beginning; // begun anew
            return new String(all, from, all.length - from, StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path base) {
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.find(
                base, 6, (path, attributes) -> path.endsWith("log/karaf.log") && attributes.isRegularFile())) {
            return tree.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
