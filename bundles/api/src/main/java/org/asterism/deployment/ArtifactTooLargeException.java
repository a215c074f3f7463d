package org.asterism.deployment;

import java.io.IOException;

/** A file is larger than the shared database takes. */
public final class ArtifactTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param most in bytes */
    public ArtifactTooLargeException(long most) {
        super("the file has more than " + most
                + " bytes; artifact.max.bytes of org.asterism.deployment says how many are taken");
    }
}
