package org.asterism.deployment.internal.osgi;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.ArtifactStore;
import org.asterism.deployment.DamagedArtifactException;
import org.asterism.deployment.DeploymentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verified copies of the files that this node has or is about to have; each is named by its hash. */
final class LocalFiles {

    private static final Logger LOG = LoggerFactory.getLogger(LocalFiles.class);
    private static final int TRIES = 3;

    private final Path directory;
    private final ArtifactStore store;

    LocalFiles(Path directory, ArtifactStore store) {
        this.directory = directory;
        this.store = store;
    }

    /**
     * A copy, downloaded unless it is there.
     *
     * @throws IOException if what comes is damaged each time, or cannot be written
     */
    Path get(Artifact artifact) throws IOException, DeploymentException {
        Path file = directory.resolve(artifact.sha256());
        for (int tries = 1; !Files.exists(file); tries++) {
            try {
                download(artifact, file);
            } catch (DamagedArtifactException e) {
                if (tries == TRIES) {
                    throw e;
                }
                LOG.warn("{}; it is read again", e.getMessage(), e);
            }
        }
        return file;
    }

    /** Visible under its name only when it is whole and verified. */
    private void download(Artifact artifact, Path file) throws IOException, DeploymentException {
        Files.createDirectories(directory);
        Path part = directory.resolve(artifact.sha256() + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            store.copy(artifact.sha256(), out);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes all others. */
    void keepOnly(Set<String> hashes) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (Files.isRegularFile(file)
                        && !hashes.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("files that are needed no more could not be removed from {}", directory, e);
        }
    }
}
