package org.asterism.deploytool;

import java.time.Duration;
import java.util.function.Consumer;
import org.asterism.connect.AsterismClient;
import org.asterism.deploying.BulkUpload;
import org.asterism.deploying.Deploying;
import org.asterism.deployment.DeploymentAdminService;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentService;

/** The services of the cluster that deploy, as a client has them. */
final class Desk {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Desk() {}

    static Deploying of(AsterismClient client, Consumer<String> progress)
            throws DeploymentException, InterruptedException {
        return new Deploying(
                find(client, DeploymentAdminService.class),
                find(client, DeploymentService.class),
                new BulkUpload(client.cluster(), client.bulk()),
                progress);
    }

    private static <T> T find(AsterismClient client, Class<T> type) throws DeploymentException, InterruptedException {
        return client.awaitService(type, PATIENCE)
                .orElseThrow(
                        () -> new DeploymentException("no instance that deploys is in the cluster: start one, and see"
                                + " whether it reaches the database (asterism logs NAME)"));
    }
}
