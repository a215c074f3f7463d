package org.asterism.hub.internal.osgi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The hub writes nothing itself, but without a log and temporary files it would work half. */
final class DiskCheck {

    private static final long MIN_FREE = 8L << 20;
    private static final int PROBE_BYTES = 64 << 10;

    private DiskCheck() {}

    /** Where a container writes, by its properties. */
    static List<Path> directories(UnaryOperator<String> properties) {
        return Stream.of("karaf.log", "karaf.data", "java.io.tmpdir")
                .map(properties)
                .filter(Objects::nonNull)
                .map(Path::of)
                .distinct()
                .toList();
    }

    /** @throws IllegalArgumentException if one of the directories cannot be written to; the message says what to do */
    static void require(Collection<Path> directories) {
        directories.forEach(directory -> require(directory, MIN_FREE));
    }

    static void require(Path directory, long minFree) {
        try {
            long free = Files.getFileStore(directory).getUsableSpace();
            if (free < minFree) {
                throw new IllegalArgumentException("the disk of " + directory + " is full (" + (free >> 10)
                        + " KiB are left): make room, " + (minFree >> 20) + " MiB at least");
            }
            write(directory);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot write to " + directory + " (" + e + "): make room, or let the hub write there", e);
        }
    }

    private static void write(Path directory) throws IOException {
        Path probe = Files.createTempFile(directory, "hub", ".probe");
        try {
            byte[] bytes = new byte[PROBE_BYTES];
            Arrays.fill(bytes, (byte) 1);
            Files.write(probe, bytes);
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
