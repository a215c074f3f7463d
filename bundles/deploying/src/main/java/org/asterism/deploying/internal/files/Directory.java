package org.asterism.deploying.internal.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.asterism.deploying.internal.FileState;

/** The directory that is watched. */
public record Directory(Path path) {

    /** Beside a file that failed. */
    public static final String FAILED = ".failed";

    private static final List<String> PASSING = List.of(FAILED, ".part", ".tmp", ".swp", ".filepart", "~");
    private static final List<String> ARCHIVES = List.of(".jar", ".war", ".kar");

    /** What lies there and may be meant; nothing if there is no directory. */
    public Map<String, FileState> files() throws IOException {
        Map<String, FileState> files = new HashMap<>();
        if (!Files.isDirectory(path)) {
            return files;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, Directory::isMeant)) {
            for (Path entry : entries) {
                add(files, entry);
            }
        }
        return files;
    }

    private static void add(Map<String, FileState> files, Path entry) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                files.put(
                        entry.getFileName().toString(),
                        new FileState(
                                attributes.size(), attributes.lastModifiedTime().toMillis()));
            }
        } catch (NoSuchFileException gone) {
            files.remove(entry.getFileName().toString());
        }
    }

    private static boolean isMeant(Path entry) {
        String name = entry.getFileName().toString();
        return !name.startsWith(".") && PASSING.stream().noneMatch(name::endsWith);
    }

    /**
     * Makes sure that a file is a whole archive: its end is there, and tells what is in it.
     *
     * @throws IOException if not, saying so
     */
    public void requireWhole(String file) throws IOException {
        if (ARCHIVES.stream().noneMatch(file::endsWith)) {
            throw new IOException(
                    "only " + String.join(", ", ARCHIVES) + " are deployed from here; a feature is deployed"
                            + " with asterism:deploy --feature, a configuration set with asterism:config-set");
        }
        try (ZipFile zip = new ZipFile(path.resolve(file).toFile())) {
            if (zip.size() == 0) {
                throw new IOException("the archive is empty");
            }
        } catch (ZipException e) {
            throw new IOException(
                    "it is no whole archive, perhaps because it is still being copied: " + e.getMessage(), e);
        }
    }

    /** Says beside a file why it is not deployed. */
    public void failed(String file, String reason) throws IOException {
        Files.write(path.resolve(file + FAILED), (reason + "\n").getBytes(UTF_8));
    }

    /** Takes that away. */
    public void succeeded(String file) throws IOException {
        Files.deleteIfExists(path.resolve(file + FAILED));
    }
}
