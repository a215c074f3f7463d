package org.asterism.deployment;

/**
 * A file in the shared database, found by its content.
 *
 * @param sha256 64 lower case hexadecimal digits
 * @param size in bytes; at least 1
 */
public record Artifact(String sha256, long size) {

    /** @throws IllegalArgumentException if it is no SHA-256, or the size is not positive */
    public Artifact {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: '" + sha256 + "'");
        }
        if (size < 1) {
            throw new IllegalArgumentException("an artifact of " + size + " bytes");
        }
    }
}
