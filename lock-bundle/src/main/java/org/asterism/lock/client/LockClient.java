package org.asterism.lock.client;

import java.util.ServiceLoader;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.LockService;
import org.asterism.messaging.MessageService;

/** The lock service of one member. A member has one at most. */
public interface LockClient extends LockService, AutoCloseable {

    /** Makes lock clients; found by {@link ServiceLoader}. */
    interface Provider {

        LockClient start(ClusterService cluster, MessageService messages);
    }

    /** Takes locks from the lock server in the hub until it is closed. */
    static LockClient start(ClusterService cluster, MessageService messages) {
        return ServiceLoader.load(Provider.class, LockClient.class.getClassLoader())
                .findFirst()
                .orElseThrow()
                .start(cluster, messages);
    }

    /** Releases everything; whoever waits for a lock gets none. */
    @Override
    void close();
}
