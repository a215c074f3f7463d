package org.asterism.remote.internal.osgi;

import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.spi.ServicePublisher;
import org.asterism.remote.internal.Endpoints;
import org.asterism.remote.internal.messaging.PublishedEndpoints;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;
import org.osgi.service.remoteserviceadmin.RemoteConstants;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts this framework's endpoints into the cluster's service list and tells this framework of those of other members. Changes
 * of views and listeners only mark that there is work; one thread does it, at most one run is queued.
 */
@Component(
        service = {},
        immediate = true)
public final class DiscoveryComponent {

    private static final Logger LOG = LoggerFactory.getLogger(DiscoveryComponent.class);
    private static final long RETRY_MILLIS = 100;
    private static final long CLOSE_MILLIS = 2_000;

    private final ClusterService cluster;
    private final ScheduledExecutorService executor = new ScheduledThreadPoolExecutor(
            1, task -> new Thread(task, "asterism-discovery"), new ThreadPoolExecutor.DiscardPolicy());
    private final AtomicBoolean queued = new AtomicBoolean();
    private final PublishedEndpoints published;
    private final ServiceRegistration<EndpointEventListener> ownListener;
    private final EndpointListeners listeners;
    private final ImportedServices services;
    private final DescribedEndpoints described;
    private final Discovery discovery;
    private final AutoCloseable subscription;

    @Activate
    public DiscoveryComponent(
            BundleContext context,
            @Reference ClusterService cluster,
            @Reference ServicePublisher publisher,
            @Reference(target = "(" + RemoteConstants.REMOTE_CONFIGS_SUPPORTED + "=" + Endpoints.CONFIG_TYPE + ")")
                    RemoteServiceAdmin admin)
            throws InvalidSyntaxException {
        this.cluster = cluster;
        this.published = new PublishedEndpoints(publisher);
        this.listeners = new EndpointListeners(context, this::changed);
        this.services = new ImportedServices(context, this::changed);
        this.described = new DescribedEndpoints(context, this::changed);
        this.discovery = new Discovery(cluster.self(), new HeldImports(admin), services, listeners);
        this.ownListener = context.registerService(
                EndpointEventListener.class,
                new LocalEndpoints(published),
                FrameworkUtil.asDictionary(Map.of(EndpointEventListener.ENDPOINT_LISTENER_SCOPE, scope(context))));
        this.subscription = cluster.subscribe((event, before, after) -> heard(event));
        listeners.open();
        described.open();
        changed();
    }

    private static String scope(BundleContext context) {
        return "(" + RemoteConstants.ENDPOINT_FRAMEWORK_UUID + "=" + context.getProperty(Constants.FRAMEWORK_UUID)
                + ")";
    }

    @Deactivate
    void deactivate() throws Exception {
        subscription.close();
        described.close();
        ownListener.unregister();
        published.close();
        executor.execute(discovery::close);
        executor.shutdown();
        if (!executor.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
            LOG.warn("The discovery of endpoints did not come to its end in {} ms", CLOSE_MILLIS);
        }
        services.close();
        listeners.close();
    }

    /** What others are is no matter here: what they offer comes and goes in events of its own. */
    private void heard(ClusterEvent event) {
        boolean ofAnother = event instanceof ClusterEvent.MemberJoined joined
                && !joined.member().id().equals(cluster.self());
        boolean end = event instanceof ClusterEvent.MemberLeft || event instanceof ClusterEvent.MemberLost;
        if (!ofAnother && !end && !(event instanceof ClusterEvent.MemberChanged)) {
            changed();
        }
    }

    private void changed() {
        if (queued.compareAndSet(false, true)) {
            executor.execute(this::run);
        }
    }

    private void run() {
        queued.set(false);
        try {
            if (!discovery.update(cluster.view(), described.endpoints())) {
                var unused = executor.schedule(this::changed, RETRY_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (RuntimeException e) {
            LOG.error("Endpoints of other members could not be taken in", e);
        }
    }
}
