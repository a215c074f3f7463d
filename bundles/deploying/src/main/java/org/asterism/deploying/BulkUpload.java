package org.asterism.deploying;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.DeploymentAdminService;
import org.asterism.deployment.DeploymentException;
import org.asterism.messaging.BulkService;

/** Streams a file to an instance, in constant memory. */
public record BulkUpload(ClusterService cluster, BulkService bulk) implements Upload {

    private static final Duration STALL = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofHours(1);

    @Override
    public void send(Path file, LongConsumer sent) throws IOException, DeploymentException, InterruptedException {
        MemberId instance = instance();
        InputStream content = new CountingStream(new BufferedInputStream(Files.newInputStream(file)), sent);
        try {
            bulk.send(instance, DeploymentAdminService.UPLOAD_TOPIC, content, STALL)
                    .toCompletableFuture()
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new DeploymentException(
                    "the file did not arrive at " + instance + ": "
                            + e.getCause().getMessage(),
                    e.getCause());
        } catch (TimeoutException e) {
            throw new DeploymentException("the file was not at " + instance + " after an hour", e);
        }
    }

    private MemberId instance() throws DeploymentException {
        return cluster.view().services().stream()
                .filter(entry -> entry.interfaces().contains(DeploymentAdminService.class.getName()))
                .map(entry -> entry.member())
                .findFirst()
                .orElseThrow(() ->
                        new DeploymentException("no instance that could take the file is in the cluster; start one"));
    }
}
