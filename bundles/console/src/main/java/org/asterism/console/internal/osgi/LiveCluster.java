package org.asterism.console.internal.osgi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MessageServer;
import org.asterism.console.internal.Picture;
import org.asterism.console.internal.http.Source;
import org.asterism.documents.HubDocument;
import org.asterism.documents.LockStatisticsDocument;
import org.asterism.lock.LockServer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The services of the hub in this container, while it is the active one. */
@Component(service = LiveCluster.class)
public final class LiveCluster implements Source {

    private static final String LOCAL = "(!(service.imported=*))";

    private final LoadReader loads;
    private final AtomicReference<ClusterService> cluster = new AtomicReference<>();
    private final AtomicReference<MessageServer> messages = new AtomicReference<>();
    private final AtomicReference<LockServer> locks = new AtomicReference<>();

    @Activate
    public LiveCluster(@Reference LoadReader loads) {
        this.loads = loads;
    }

    @Override
    public Optional<Map<String, Object>> picture() {
        ClusterService lists = cluster.get();
        MessageServer server = messages.get();
        return lists == null || server == null ? Optional.empty() : Optional.of(picture(lists, server));
    }

    private Map<String, Object> picture(ClusterService lists, MessageServer server) {
        Map<String, Object> picture = Picture.of(lists.view(), loads.latest());
        picture.put("hub", HubDocument.status(server.status()));
        picture.put(
                "connections",
                server.clients().stream()
                        .map(client -> {
                            Map<String, Object> connection = new LinkedHashMap<>();
                            connection.put("member", client.member().id().value());
                            connection.putAll(HubDocument.connection(client));
                            return connection;
                        })
                        .toList());
        picture.put(
                "locks",
                locks().map(LockServer::status)
                        .map(LockStatisticsDocument::status)
                        .orElse(null));
        return picture;
    }

    @Override
    public Optional<LockServer> locks() {
        return Optional.ofNullable(locks.get());
    }

    Optional<ClusterService> cluster() {
        return Optional.ofNullable(cluster.get());
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, target = LOCAL)
    void setCluster(ClusterService present) {
        cluster.set(present);
    }

    void unsetCluster(ClusterService gone) {
        cluster.compareAndSet(gone, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, target = LOCAL)
    void setMessages(MessageServer present) {
        messages.set(present);
    }

    void unsetMessages(MessageServer gone) {
        messages.compareAndSet(gone, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, target = LOCAL)
    void setLocks(LockServer present) {
        locks.set(present);
    }

    void unsetLocks(LockServer gone) {
        locks.compareAndSet(gone, null);
    }
}
