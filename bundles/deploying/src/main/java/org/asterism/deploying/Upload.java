package org.asterism.deploying;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.asterism.deployment.DeploymentException;

/** Brings a file into the shared database. */
@FunctionalInterface
public interface Upload {

    /**
     * Returns when it is stored.
     *
     * @param sent is told, now and then, how many bytes have gone
     */
    void send(Path file, LongConsumer sent) throws IOException, DeploymentException, InterruptedException;
}
