package org.asterism.deployment.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberId;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.ArtifactStore;
import org.asterism.deployment.DeploymentAdminService;
import org.asterism.deployment.DeploymentException;
import org.asterism.deployment.DeploymentService;
import org.asterism.deployment.internal.DeploymentSettings;
import org.asterism.lock.LockService;
import org.asterism.messaging.BulkService;
import org.asterism.messaging.MessageService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this bundle does in the container of an instance: it offers the services, takes files, and rolls. */
final class InstancePart implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(InstancePart.class);
    private static final long CALL_MILLIS = 150_000;
    private static final int FETCHES = 2;
    private static final int WAITING_FETCHES = 10;

    private final BundleContext context;
    private final Tables tables;
    private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();
    private final Hearing hearing = new Hearing();
    private final Worker roller;
    private final Worker sweeper;
    private final ThreadPoolExecutor fetcher = new ThreadPoolExecutor(
            0, FETCHES, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_FETCHES), InstancePart::thread);

    InstancePart(
            BundleContext context,
            ClusterService cluster,
            MessageService messages,
            BulkService bulk,
            LockService locks,
            Tables tables,
            DeploymentSettings settings) {
        this.context = context;
        this.tables = tables;
        RemoteNodes nodes = new RemoteNodes(context);
        Announcement announcement = new Announcement(messages);
        Roller rolling = new Roller(cluster, locks, tables, nodes, announcement, settings);
        this.roller = new Worker("asterism-roller", settings.poll(), rolling::round);
        this.sweeper = new Worker("asterism-artifacts", settings.artifactAge(), () -> tables.artifacts()
                .sweep(settings.artifactAge()));
        hearing.add(messages.listen(Announcement.TOPIC, message -> roller.bell().ring()));
        hearing.add(bulk.receive(DeploymentAdminService.UPLOAD_TOPIC, this::receive));
        register(ArtifactStore.class, tables.artifacts(), Map.of());
        offer(DeploymentService.class, new StoredDeployments(tables, cluster));
        offer(DeploymentAdminService.class, new DeploymentAdmin(tables, nodes, announcement, fetcher));
        roller.start();
        sweeper.start();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "asterism-deployment-fetch");
        thread.setDaemon(true);
        return thread;
    }

    private void receive(MemberId sender, InputStream content) throws IOException {
        try {
            Artifact artifact = tables.artifacts().put(content);
            LOG.info("{} has sent a file of {} bytes, SHA-256 {}", sender, artifact.size(), artifact.sha256());
        } catch (DeploymentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private <S> void offer(Class<S> type, S service) {
        register(
                type,
                service,
                Map.of("service.exported.interfaces", type.getName(), "osgi.basic.timeout", CALL_MILLIS));
    }

    private <S> void register(Class<S> type, S service, Map<String, ?> properties) {
        registrations.push(
                context.registerService(type, service, FrameworkUtil.asDictionary(new HashMap<>(properties))));
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
        hearing.close();
        fetcher.shutdownNow();
        roller.close();
        sweeper.close();
    }
}
