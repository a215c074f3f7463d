package org.asterism.connect;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.client.MemberLink;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.LockService;
import org.asterism.lock.client.LockClient;
import org.asterism.messaging.BulkService;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.MessageService;
import org.asterism.protocol.bulk.BulkStreams;
import org.asterism.remote.client.RemoteServices;

/**
 * A member of kind {@code client}: a program outside the cluster's containers that has the same services as those inside.
 * Thread-safe. When the hub goes away the client is islanded, like every member, and connects again by itself.
 *
 * <pre>{@code
 * try (AsterismClient client = AsterismClient.connect(List.of("tcp://127.0.0.1:61616"), secret)) {
 *     client.messages().publish("shop.stock", bytes);
 * }
 * }</pre>
 */
public final class AsterismClient implements AutoCloseable {

    private final MemberLink link;
    private final OnDemand<LockClient> locks;
    private final OnDemand<RemoteServices> services;
    private final OnDemand<BulkStreams> bulk;

    AsterismClient(MemberLink link) {
        this.link = link;
        this.locks = new OnDemand<>(() -> LockClient.start(link.cluster(), link.messages()));
        this.services = new OnDemand<>(() -> RemoteServices.open(link.cluster(), link.messages(), link.publisher()));
        this.bulk = new OnDemand<>(() -> new BulkStreams(link.messages()));
        locks.get(); // a new lock server waits until every member has declared, also one that never holds a lock
    }

    /**
     * Joins a cluster; returns when the client is in it.
     *
     * @param hubs where hubs listen: {@code tcp://HOST:PORT}, each; one of them is active
     * @param secret the secret of the cluster
     * @throws IllegalArgumentException if an address is none
     * @throws HubUnavailableException if there is no hub, or it takes no such client; the message says why
     */
    public static AsterismClient connect(List<String> hubs, String secret) throws InterruptedException {
        return builder().hubs(hubs).secret(secret).connect();
    }

    /** For what {@link #connect} does not ask. */
    public static AsterismClientBuilder builder() {
        return new AsterismClientBuilder();
    }

    /** Who is there and what is offered. */
    public ClusterService cluster() {
        return link.cluster();
    }

    public MessageService messages() {
        return link.messages();
    }

    /** For what is larger than a message may be. */
    public BulkService bulk() {
        return bulk.get().service();
    }

    public LockService locks() {
        return locks.get();
    }

    /**
     * A remote service that another member, or the hub, offers now.
     *
     * @param type its interface
     * @return a proxy, which goes on to another service of the type when this one is gone
     */
    public <T> Optional<T> service(Class<T> type) {
        return services.get().find(type);
    }

    /** Like {@link #service}, but waits until there is one; empty if there is none in time. */
    public <T> Optional<T> awaitService(Class<T> type, Duration timeout) throws InterruptedException {
        return services.get().await(type, timeout);
    }

    /**
     * Offers a remote service to the other members.
     *
     * @param type its interface
     * @param properties strings, booleans, numbers and lists of these; see the reference for those that have a meaning
     * @return withdraws it
     */
    public <T> AutoCloseable offer(Class<T> type, T service, Map<String, Object> properties) {
        return services.get().offer(type, service, properties);
    }

    /** Releases what is held, withdraws what is offered and leaves the cluster. Waits two seconds at most. */
    @Override
    public void close() {
        bulk.end(BulkStreams::close);
        services.end(RemoteServices::close);
        locks.end(LockClient::close);
        link.close();
    }
}
