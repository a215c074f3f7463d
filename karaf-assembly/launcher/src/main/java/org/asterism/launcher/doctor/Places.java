package org.asterism.launcher.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

/** Directories that need not be there yet. */
final class Places {

    private Places() {}

    /** The directory itself, or the one in which it would be made. */
    static Path existing(Path directory) {
        Path there = directory.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
