package org.asterism.shell.internal.karaf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.asterism.cluster.ClusterService;
import org.asterism.deploying.BulkUpload;
import org.asterism.deploying.Upload;
import org.asterism.deployment.ArtifactStore;
import org.asterism.deployment.DeploymentException;
import org.asterism.messaging.BulkService;
import org.osgi.framework.ServiceReference;

/** From the files of this container: straight into the database if this is an instance, else through one. */
record LocalUpload(Lookup lookup) implements Upload {

    @Override
    public void send(Path file, LongConsumer sent) throws IOException, DeploymentException, InterruptedException {
        if (lookup.references(ArtifactStore.class).isEmpty()) {
            ClusterService cluster = lookup.call(ClusterService.class, Scope.NO_MEMBER, found -> found);
            BulkService bulk = lookup.call(BulkService.class, Scope.NO_MEMBER, found -> found);
            new BulkUpload(cluster, bulk).send(file, sent);
        } else {
            store(file);
        }
    }

    private void store(Path file) throws IOException, DeploymentException {
        ServiceReference<ArtifactStore> reference =
                lookup.references(ArtifactStore.class).get(0);
        ArtifactStore store = lookup.context().getService(reference);
        if (store == null) {
            throw new DeploymentException(DeployingCommand.NOBODY);
        }
        try (InputStream content = Files.newInputStream(file)) {
            store.put(content);
        } finally {
            lookup.context().ungetService(reference);
        }
    }
}
