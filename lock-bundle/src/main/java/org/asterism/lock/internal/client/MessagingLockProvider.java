package org.asterism.lock.internal.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.client.LockClient;
import org.asterism.lock.internal.procfs.ProcFiles;
import org.asterism.messaging.MessageService;

/** Starts the lock client outside OSGi, with the settings that are the default in a container. */
public final class MessagingLockProvider implements LockClient.Provider {

    private static final LockClientSettings SETTINGS = new LockClientSettings(
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            ProcFiles.ofThisMachine().self());

    @Override
    public LockClient start(ClusterService cluster, MessageService messages) {
        // request numbers go on upwards when a client starts again in the same life of the member
        long firstRequest = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        return MessagingLockService.start(cluster, messages, SETTINGS, System::nanoTime, firstRequest);
    }
}
