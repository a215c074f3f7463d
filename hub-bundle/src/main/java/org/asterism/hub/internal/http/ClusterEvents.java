package org.asterism.hub.internal.http;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.servlet.AsyncContext;
import org.asterism.cluster.ClusterService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The changes of the cluster for those who listen by HTTP, for as long as this container is the active hub. */
@Component(service = ClusterEvents.class, configurationPid = EventConfig.PID)
@Designate(ocd = EventConfig.class)
public final class ClusterEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterEvents.class);

    private final EventLimits limits;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "asterism-hub-events"));
    private final EventFeed feed;
    private final AutoCloseable subscription;

    @Activate
    public ClusterEvents(@Reference ClusterService cluster, EventConfig config) {
        this(cluster, EventLimits.of(config));
    }

    ClusterEvents(ClusterService cluster, EventLimits limits) {
        this.limits = limits;
        this.feed = new EventFeed(limits.clients(), cluster::view);
        this.subscription = cluster.subscribe(feed);
        long period = limits.heartbeat().toMillis();
        Future<?> unused = executor.scheduleAtFixedRate(feed::heartbeat, period, period, TimeUnit.MILLISECONDS);
    }

    /** How many may listen. */
    int limit() {
        return limits.clients();
    }

    /** How many do. */
    int listening() {
        return feed.size();
    }

    /** How many were cut off because they read too slowly. */
    long cut() {
        return feed.cut();
    }

    /**
     * Adds a listener.
     *
     * @param begin called if there is room for it
     * @return whether there was
     */
    boolean listen(Supplier<AsyncContext> begin) throws IOException {
        EventStream stream = new EventStream(limits.queue(), executor, feed::leave);
        if (!feed.join(stream)) {
            return false;
        }
        try {
            stream.start(begin.get());
            return true;
        } catch (IOException | IllegalStateException e) {
            feed.leave(stream);
            throw e;
        }
    }

    @Deactivate
    void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.warn("Cannot end the subscription to the changes of the cluster", e);
        }
        feed.close();
        executor.shutdown();
    }
}
