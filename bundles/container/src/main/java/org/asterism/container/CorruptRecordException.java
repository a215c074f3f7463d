package org.asterism.container;

import java.io.IOException;
import java.nio.file.Path;

/** A record is there but says nothing useful. The message names the file and what to do. */
public final class CorruptRecordException extends IOException {

    private static final long serialVersionUID = 1L;

    CorruptRecordException(Path file, String reason, Throwable cause) {
        super(
                "the process record " + file + " is damaged (" + reason
                        + "); see whether the process still runs, then delete the file",
                cause);
    }
}
