package org.asterism.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Replaces files in one step: a reader sees the old content or the new one, never a part. */
public final class AtomicFile {

    private AtomicFile() {}

    /** Writes with the usual permissions. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, content, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
    }

    /** Writes for the owner's eyes only, at every moment. */
    public static void writeSecret(Path file, byte[] content) throws IOException {
        write(file, content, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static void write(Path file, byte[] content, FileAttribute<?> permissions) throws IOException {
        Files.createDirectories(file.getParent());
        Path written = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".tmp", permissions);
        try {
            Files.write(written, content);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
