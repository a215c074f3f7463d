package org.asterism.deploying;

import java.util.Locale;

/** Numbers of bytes for people. */
final class Sizes {

    private static final long KIB = 1L << 10;
    private static final double MIB = 1L << 20;

    private Sizes() {}

    static String text(long bytes) {
        if (bytes < KIB) {
            return bytes + " bytes";
        }
        return bytes < MIB ? bytes / KIB + " KiB" : String.format(Locale.ROOT, "%.1f MiB", bytes / MIB);
    }
}
