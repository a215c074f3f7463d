package org.asterism.remote.internal.client;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.ServiceEntry;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.MessagingException;
import org.asterism.remote.client.RemoteServices;
import org.asterism.remote.internal.Endpoints;
import org.asterism.remote.internal.MethodTable;
import org.asterism.remote.internal.Settings;
import org.asterism.remote.internal.cbor.InvocationCodec;
import org.asterism.remote.internal.messaging.CallExecutor;
import org.asterism.remote.internal.messaging.EndpointServer;
import org.asterism.remote.internal.messaging.MessageLink;
import org.asterism.remote.internal.messaging.Promises;
import org.asterism.remote.internal.messaging.PublishedEndpoints;
import org.asterism.remote.internal.messaging.RemoteProxy;
import org.asterism.remote.internal.messaging.ServedEndpoint;
import org.asterism.remote.internal.messaging.ViewedPresence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The remote services of a member that is a plain program, with the settings that are the default in a container. */
public final class ClientServices implements RemoteServices {

    private static final Logger LOG = LoggerFactory.getLogger(ClientServices.class);
    private static final Settings SETTINGS = new Settings(Duration.ofSeconds(10), 1 << 20, 16, 1_000);

    private final ClusterService cluster;
    private final MessageService messages;
    private final MessageLink link = new MessageLink();
    private final EndpointServer server = new EndpointServer();
    private final CallExecutor calls = CallExecutor.ofCalls(SETTINGS);
    private final CallExecutor continuations = CallExecutor.ofContinuations(SETTINGS);
    private final InvocationCodec codec = new InvocationCodec(SETTINGS.maxPayloadBytes(), List.of(), List.of());
    private final PublishedEndpoints published;
    private final Candidates candidates;
    private final Proxies proxies;

    /** Opens them. */
    public static final class Provider implements RemoteServices.Provider {

        @Override
        public RemoteServices open(ClusterService cluster, MessageService messages, ServicePublisher publisher) {
            return new ClientServices(cluster, messages, publisher);
        }
    }

    private ClientServices(ClusterService cluster, MessageService messages, ServicePublisher publisher) {
        this.cluster = cluster;
        this.messages = messages;
        this.published = new PublishedEndpoints(publisher);
        this.candidates = new Candidates(cluster.self());
        this.proxies = new Proxies(
                new RemoteProxy.Environment(
                        codec,
                        link,
                        new ViewedPresence(() -> Optional.of(cluster), continuations),
                        continuations,
                        Promises.NONE,
                        ClientServices::failure),
                SETTINGS.timeout());
        link.attach(messages, false);
        server.attach(messages, false);
    }

    private static RuntimeException failure(String message, Throwable cause) {
        return cause instanceof MessagingException known ? known : new IllegalStateException(message, cause);
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        return find(type, cluster.view());
    }

    private <T> Optional<T> find(Class<T> type, ClusterView view) {
        return candidates.best(view, type).map(entry -> proxy(type, entry));
    }

    private <T> T proxy(Class<T> type, ServiceEntry entry) {
        FollowingProxy handler = new FollowingProxy(type, entry, cluster::view, candidates, proxies);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public <T> Optional<T> await(Class<T> type, Duration timeout) throws InterruptedException {
        CompletableFuture<T> found = new CompletableFuture<>();
        AutoCloseable subscription =
                cluster.subscribe((event, before, after) -> find(type, after).ifPresent(found::complete));
        try {
            find(type).ifPresent(found::complete);
            return Optional.of(found.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a future that never fails has failed", e);
        } finally {
            end(subscription);
        }
    }

    @Override
    public <T> AutoCloseable offer(Class<T> type, T service, Map<String, Object> properties) {
        String id = type.getSimpleName() + "-" + UUID.randomUUID();
        boolean nonblocking = Endpoints.isTrue(properties.get(Endpoints.NONBLOCKING));
        server.open(
                id,
                new ServedEndpoint(
                        service,
                        codec.prepare(new MethodTable(List.of(type))),
                        codec,
                        Promises.NONE,
                        calls,
                        nonblocking),
                false);
        Map<String, Object> endpoint = new HashMap<>(properties);
        endpoint.put("service.imported.configs", List.of(Endpoints.CONFIG_TYPE));
        published.put(id, List.of(type.getName()), endpoint);
        return () -> {
            published.remove(id);
            server.close(id);
        };
    }

    @Override
    public void close() {
        published.close();
        server.detach(messages);
        link.detach(messages);
        calls.shutdownNow();
        continuations.shutdownNow();
    }

    private static void end(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.warn("A subscription could not be ended", e);
        }
    }
}
