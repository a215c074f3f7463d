package org.asterism.deployment;

import java.io.IOException;

/** What was read of a file is not what was stored. Read it again; if that fails too deploy the file again. */
public final class DamagedArtifactException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Both are SHA-256. */
    public DamagedArtifactException(String expected, String found) {
        super("the file with SHA-256 " + expected + " was read as " + found);
    }
}
