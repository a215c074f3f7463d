package org.asterism.itests.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository. */
final class Repository {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final int DEPTH = 5;

    private Repository() {}

    /** All documents, also the README of each bundle. */
    static List<Path> documents() {
        try (Stream<Path> files = Files.walk(ROOT, DEPTH)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String reference() {
        return String.join("\n", lines(ROOT.resolve("docs/reference.md")));
    }

    static Path packaging() {
        return ROOT.resolve("karaf-assembly/distribution/src/main/packaging");
    }

    /** The commands of {@code asterism} in fenced blocks, a backslash at the end of a line joining it with the next. */
    static List<Shown> commands() {
        List<Shown> shown = new ArrayList<>();
        for (Path document : documents()) {
            boolean fenced = false;
            StringBuilder joined = new StringBuilder();
            for (String line : lines(document)) {
                if (line.strip().startsWith("```")) {
                    fenced = !fenced;
                } else if (fenced && line.endsWith("\\")) {
                    joined.append(line, 0, line.length() - 1).append(' ');
                } else if (fenced) {
                    shown.addAll(Shown.in(document, joined + line));
                    joined.setLength(0);
                }
            }
        }
        return shown;
    }
}
