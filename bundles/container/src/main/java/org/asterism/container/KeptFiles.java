package org.asterism.container;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Files of one kind of which only the newest are kept.
 *
 * @param directory where they are; need not exist
 * @param pattern such as {@code *.hprof}
 */
public record KeptFiles(Path directory, String pattern) {

    /** Removes all but the newest ones. */
    public void keep(int number) throws IOException {
        List<Aged> files = newestFirst();
        for (Aged file : files.subList(Math.min(number, files.size()), files.size())) {
            Files.deleteIfExists(file.path());
        }
    }

    /** The newest one, if there is any. */
    public Optional<Path> newest() throws IOException {
        return newestFirst().stream().findFirst().map(Aged::path);
    }

    private List<Aged> newestFirst() throws IOException {
        List<Aged> files = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, pattern)) {
                for (Path path : found) {
                    files.add(new Aged(path, Files.getLastModifiedTime(path).toMillis()));
                }
            }
        }
        files.sort(
                Comparator.comparingLong(Aged::time).thenComparing(Aged::path).reversed());
        return files;
    }

    private record Aged(Path path, long time) {}
}
