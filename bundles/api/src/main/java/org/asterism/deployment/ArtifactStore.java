package org.asterism.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The files in the shared database; a local service of each instance. Streams both ways in constant memory. */
public interface ArtifactStore {

    /**
     * Stores a file, unless one with the same content is there.
     *
     * @param content read to its end, on this thread; not closed
     * @return what it is found by from now on
     * @throws ArtifactTooLargeException if it has more bytes than is configured; nothing is stored
     * @throws IOException if it is empty or cannot be read
     * @throws DeploymentException if the database does not take it
     */
    Artifact put(InputStream content) throws IOException, DeploymentException;

    /** Whether a whole file with this SHA-256 is there. */
    boolean contains(String sha256) throws DeploymentException;

    /**
     * Writes a file out. What was written is to be thrown away if this fails.
     *
     * @param target not closed
     * @throws DamagedArtifactException if what the database has does not have this SHA-256
     * @throws DeploymentException if it is not there, or the database does not answer
     * @throws IOException if the target does not take it
     */
    void copy(String sha256, OutputStream target) throws IOException, DeploymentException;
}
