package org.asterism.dispatcher.internal.osgi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.asterism.cluster.ClusterService;
import org.asterism.dispatcher.MaintenanceNotice;
import org.asterism.dispatcher.MaintenanceService;
import org.asterism.dispatcher.internal.MaintenanceBoard;
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

/**
 * What is under maintenance, as this instance knows it. What is new here is told to the desks of other instances, and they are asked
 * as soon as they are there, on a thread of its own.
 */
@Component(service = MaintenanceDesk.class, immediate = true)
public final class MaintenanceDesk implements MaintenanceService {

    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceDesk.class);
    private static final int MOST_WAITING = 100;

    private final ThreadPoolExecutor teller;
    private final Set<MaintenanceService> others = ConcurrentHashMap.newKeySet();
    private final ServiceRegistration<MaintenanceService> registration;
    private MaintenanceBoard board = MaintenanceBoard.EMPTY;
    private Consumer<MaintenanceBoard> listener = ignored -> {};

    @Activate
    public MaintenanceDesk(BundleContext context, @Reference ClusterService cluster) {
        teller = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
            Thread thread = new Thread(task, "asterism-maintenance");
            thread.setDaemon(true);
            return thread;
        });
        teller.allowCoreThreadTimeOut(true);
        registration = context.registerService(
                MaintenanceService.class,
                this,
                FrameworkUtil.asDictionary(Map.of(
                        INSTANCE,
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
    synchronized void listen(Consumer<MaintenanceBoard> changes) {
        listener = changes;
        changes.accept(board);
    }

    /** Says so from here. */
    void announce(String application, boolean on, String page, boolean html, Duration retryAfter) {
        long version;
        synchronized (this) {
            version = board.nextVersion(System.currentTimeMillis());
        }
        take(List.of(new MaintenanceNotice(application, on, page, html, retryAfter, version)));
    }

    @Override
    public synchronized List<MaintenanceNotice> notices() {
        return board.notices();
    }

    @Override
    public void take(List<MaintenanceNotice> notices) {
        synchronized (this) {
            MaintenanceBoard next = board.with(notices);
            if (next == board) {
                return;
            }
            log(board, next);
            board = next;
            listener.accept(next);
        }
        others.forEach(other -> later(() -> other.take(notices)));
    }

    private static void log(MaintenanceBoard before, MaintenanceBoard now) {
        now.applications().stream()
                .filter(application -> !before.applications().contains(application))
                .forEach(application -> LOG.info("{}/: served → under maintenance", application));
        before.applications().stream()
                .filter(application -> !now.applications().contains(application))
                .forEach(application -> LOG.info("{}/: under maintenance → served", application));
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(service.imported=*)")
    void addOther(MaintenanceService other) {
        others.add(other);
        later(() -> {
            take(other.notices());
            other.take(notices());
        });
    }

    void removeOther(MaintenanceService other) {
        others.remove(other);
    }

    private void later(Runnable telling) {
        try {
            teller.execute(() -> tell(telling));
        } catch (RejectedExecutionException e) {
            LOG.warn("another dispatcher is not told what is under maintenance: too much is to be told", e);
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
