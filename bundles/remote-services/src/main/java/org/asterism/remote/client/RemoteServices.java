package org.asterism.remote.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.messaging.MessageService;

/**
 * The services of other members, and those that this member offers to them. Thread-safe.
 *
 * <p>A proxy stands for one service of one member until that is gone, then for another one of the same type as soon as there
 * is one. A call that does not come through fails with a {@link org.asterism.messaging.MessagingException}; the service's own
 * exceptions come as its interface declares them, others as {@link org.asterism.remote.RemoteInvocationException}.
 */
public interface RemoteServices extends AutoCloseable {

    /** Makes remote services; found by {@link ServiceLoader}. */
    interface Provider {

        RemoteServices open(ClusterService cluster, MessageService messages, ServicePublisher publisher);
    }

    /** Works with the services of one member until it is closed. */
    static RemoteServices open(ClusterService cluster, MessageService messages, ServicePublisher publisher) {
        return ServiceLoader.load(Provider.class, RemoteServices.class.getClassLoader())
                .findFirst()
                .orElseThrow()
                .open(cluster, messages, publisher);
    }

    /**
     * A service of another member that is in the list now.
     *
     * @param type an interface
     */
    <T> Optional<T> find(Class<T> type);

    /**
     * Waits until there is one; with a time-out of zero does not wait.
     *
     * @return empty if there is none in time
     */
    <T> Optional<T> await(Class<T> type, Duration timeout) throws InterruptedException;

    /**
     * Offers a service to the other members.
     *
     * @param type an interface
     * @param properties strings, booleans, numbers and lists of these; {@code asterism.scope}, {@code asterism.nonblocking}
     *     and {@code osgi.basic.timeout} have a meaning
     * @return withdraws it
     */
    <T> AutoCloseable offer(Class<T> type, T service, Map<String, Object> properties);

    /** Withdraws all that is offered; calls of proxies fail from now on. */
    @Override
    void close();
}
