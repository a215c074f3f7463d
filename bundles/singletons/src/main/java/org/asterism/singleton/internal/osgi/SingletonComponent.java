package org.asterism.singleton.internal.osgi;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asterism.cluster.ClusterService;
import org.asterism.lock.LockService;
import org.asterism.singleton.internal.Participation;
import org.asterism.singleton.internal.SingletonEvent;
import org.asterism.singleton.internal.SingletonSettings;
import org.asterism.singleton.internal.concurrent.SingletonLoop;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Takes part in the cluster singletons of this container for as long as there are locks. */
@Component(
        service = {},
        immediate = true,
        configurationPid = SingletonComponent.PID)
@Designate(ocd = SingletonComponent.Config.class)
public final class SingletonComponent {

    static final String PID = "org.asterism.singletons";

    private static final String COMPONENTS = "(objectClass=" + ServiceComponentRuntime.class.getName() + ")";

    private final BundleListener bundles = event -> look();
    private final ServiceListener changes = event -> look();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final BundleContext context;
    private final SingletonSearch search;
    private final SingletonLoop loop;
    private final AutoCloseable subscription;

    @ObjectClassDefinition(id = PID, name = "Asterism cluster singletons")
    @interface Config {

        @AttributeDefinition(
                description =
                        "How long a former owner that has lost its lock has to stop before the next one is active,"
                                + " in milliseconds.")
        long settle_millis() default 500;

        @AttributeDefinition(
                description =
                        "The pause after a lock was refused or lost, before it is asked for again, in milliseconds.")
        long retry_millis() default 1_000;

        @AttributeDefinition(
                description =
                        "How long this member stays in the queue of a lock before it queues anew, in milliseconds.")
        long wait_millis() default 3_600_000;

        @AttributeDefinition(description = "The number of singletons in one member.")
        int max() default 1_000;
    }

    @Activate
    public SingletonComponent(
            BundleContext context,
            @Reference ClusterService cluster,
            @Reference LockService locks,
            @Reference ServiceComponentRuntime components,
            Config config)
            throws InvalidSyntaxException {
        SingletonSettings settings = new SingletonSettings(
                Duration.ofMillis(config.settle_millis()),
                Duration.ofMillis(config.retry_millis()),
                Duration.ofMillis(config.wait_millis()),
                config.max());
        this.context = context;
        this.search = new SingletonSearch(components, settings.max());
        this.loop = new SingletonLoop(locks, new RegisteredPermits(context), settings);
        this.subscription = cluster.subscribe((event, before, after) -> participate(cluster));
        participate(cluster);
        context.addBundleListener(bundles);
        context.addServiceListener(changes, COMPONENTS);
        look();
    }

    private void participate(ClusterService cluster) {
        loop.submit(() -> new SingletonEvent.Eligible(Participation.of(cluster.self(), cluster.view())));
    }

    /** Many changes that come together need one look. */
    private void look() {
        if (looking.compareAndSet(false, true)) {
            loop.submit(() -> {
                looking.set(false);
                return new SingletonEvent.Wanted(search.names());
            });
        }
    }

    @Deactivate
    void deactivate() throws Exception {
        context.removeBundleListener(bundles);
        context.removeServiceListener(changes);
        subscription.close();
        loop.close();
    }
}
