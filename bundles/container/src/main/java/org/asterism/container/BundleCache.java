package org.asterism.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What Karaf remembers of installed bundles in {@code data/}. It holds as long as the distribution stays the same; after an
 * upgrade the container starts as if for the first time, else it would run the old bundles for ever.
 */
final class BundleCache {

    private static final List<String> REMEMBERED = List.of("cache", "kar", "generated-bundles");

    private final Path home;
    private final Role role;
    private final Path data;

    BundleCache(ContainerSpec spec, ContainerLayout layout) {
        this.home = spec.home();
        this.role = spec.role();
        this.data = layout.data();
    }

    void refresh() throws IOException {
        Path file = data.resolve("distribution.id");
        String present = fingerprint();
        if (Files.exists(file) && Files.readString(file).equals(present)) {
            return;
        }
        for (String directory : REMEMBERED) {
            FileTree.delete(data.resolve(directory));
        }
        AtomicFile.write(file, present.getBytes(StandardCharsets.US_ASCII));
    }

    /** Of the names, sizes and times of what decides on the installed bundles. */
    private String fingerprint() throws IOException {
        CRC32 checksum = new CRC32();
        for (Path root : List.of(
                home.resolve("system").resolve("org").resolve("asterism"),
                home.resolve("etc"),
                home.resolve("roles").resolve(role.directory()))) {
            if (Files.isDirectory(root)) {
                add(checksum, root);
            }
        }
        return Long.toHexString(checksum.getValue());
    }

    private static void add(CRC32 checksum, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String line = root.relativize(file) + " " + Files.size(file) + " "
                        + Files.getLastModifiedTime(file).toMillis() + "\n";
                checksum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
