package org.asterism.dispatcher.internal.osgi;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.asterism.cluster.ClusterService;
import org.asterism.dispatcher.MaintenanceService;
import org.asterism.dispatcher.internal.MaintenanceBoard;
import org.asterism.dispatcher.internal.MaintenanceCircle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is under maintenance, offered to the cluster. Those of other instances are told on a thread of its own. */
@Component(service = MaintenanceDesk.class, immediate = true)
public final class MaintenanceDesk {

    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceDesk.class);
    private static final int MOST_WAITING = 100;
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor teller;
    private final MaintenanceCircle circle;
    private final ServiceRegistration<MaintenanceService> registration;

    @Activate
    public MaintenanceDesk(BundleContext context, @Reference ClusterService cluster) {
        teller = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> new Thread(task, "asterism-maintenance"));
        teller.allowCoreThreadTimeOut(true);
        circle = new MaintenanceCircle(this::later);
        registration = context.registerService(
                MaintenanceService.class,
                circle,
                FrameworkUtil.asDictionary(Map.of(
                        MaintenanceService.INSTANCE,
                        cluster.self().value(),
                        "service.exported.interfaces",
                        MaintenanceService.class.getName())));
    }

    @Deactivate
    void stop() {
        registration.unregister();
        teller.shutdownNow();
    }

    /** The board now, and each later one, goes to the listener. */
    void listen(Consumer<MaintenanceBoard> changes) {
        circle.listen(changes);
    }

    /** Says so from here, whatever was said before. */
    void announce(String application, boolean on, String page, boolean html, Duration retryAfter) {
        circle.announce(application, on, page, html, retryAfter, System.currentTimeMillis());
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(service.imported=*)")
    void addOther(MaintenanceService other) {
        circle.join(other);
    }

    void removeOther(MaintenanceService other) {
        circle.leave(other);
    }

    private void later(Runnable telling) {
        try {
            teller.execute(() -> tell(telling));
        } catch (RejectedExecutionException e) {
            LOG.warn(
                    "another dispatcher is not told what is under maintenance: too much is to be told, or it is the end",
                    e);
        }
    }

    private static void tell(Runnable telling) {
        try {
            telling.run();
        } catch (ServiceException | IllegalStateException e) {
            LOG.warn(
                    "another dispatcher may not know what is under maintenance ({}); asterism:maintenance shows who knows what",
                    e.getMessage());
        }
    }
}
