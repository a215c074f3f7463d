package org.asterism.dispatcher.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A file that holds a secret, and that nobody but its owner may read or change. */
public final class PrivateFile {

    private static final int MAX_BYTES = 4096;

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private PrivateFile() {}

    /**
     * Its first line, without white space around it.
     *
     * @param key the configuration key that names it
     * @throws IllegalArgumentException if it cannot be read or others can; the message says what to do
     */
    public static String read(String key, Path file) {
        checkMode(key, file);
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException(
                        key + " '" + file + "' is longer than " + MAX_BYTES + " bytes: it is no secret");
            }
            return Files.readString(file).lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    key + " '" + file + "' cannot be read (" + reason(e) + "): put the secret there, mode 0600", e);
        }
    }

    private static void checkMode(String key, Path file) {
        Set<PosixFilePermission> permissions;
        try {
            permissions = Files.getPosixFilePermissions(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    key + " '" + file + "' cannot be read (" + reason(e) + "): put the secret there, mode 0600", e);
        } catch (UnsupportedOperationException e) {
            return; // a file system without owners
        }
        if (!OWNER.containsAll(permissions)) {
            throw new IllegalArgumentException(
                    key + " '" + file + "' is open to others (" + PosixFilePermissions.toString(permissions)
                            + "): chmod 600 it, and change the secret if others may have read it");
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException
                ? "there is no such file"
                : String.valueOf(e.getMessage());
    }
}
