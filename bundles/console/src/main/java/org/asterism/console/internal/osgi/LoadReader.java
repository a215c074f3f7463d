package org.asterism.console.internal.osgi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asterism.console.internal.Loads;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.DispatcherStatistics;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the dispatchers of the cluster how busy they are, but only while someone wants to know, on a thread of its own. */
@Component(service = LoadReader.class)
public final class LoadReader {

    private static final Logger LOG = LoggerFactory.getLogger(LoadReader.class);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration GOOD = Duration.ofSeconds(10);

    private final BundleContext context;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "asterism-console-load"));
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Reading latest = new Reading(Loads.NONE, System.nanoTime() - GOOD.toNanos());

    private record Reading(Loads loads, long at) {

        boolean isYoungerThan(Duration age) {
            return System.nanoTime() - at < age.toNanos();
        }
    }

    @Activate
    public LoadReader(BundleContext context) {
        this.context = context;
    }

    /** What was last heard, and nothing if that was long ago; has it asked for again. Never waits. */
    Loads latest() {
        Reading reading = latest;
        if (!reading.isYoungerThan(FRESH) && asking.compareAndSet(false, true)) {
            try {
                executor.execute(this::ask);
            } catch (RejectedExecutionException closing) {
                LOG.debug("The console has just been closed", closing);
            }
        }
        return reading.isYoungerThan(GOOD) ? reading.loads() : Loads.NONE;
    }

    private void ask() {
        try {
            List<DispatcherReport> reports = new ArrayList<>();
            for (ServiceReference<DispatcherStatistics> reference : references()) {
                ask(reference, reports);
            }
            latest = new Reading(Loads.of(reports), System.nanoTime());
        } finally {
            asking.set(false);
        }
    }

    private void ask(ServiceReference<DispatcherStatistics> reference, List<DispatcherReport> reports) {
        DispatcherStatistics dispatcher = context.getService(reference);
        if (dispatcher == null) {
            return;
        }
        try {
            reports.add(dispatcher.report());
        } catch (ServiceException e) {
            LOG.debug("{} does not say how busy it is", reference, e);
        } finally {
            context.ungetService(reference);
        }
    }

    private Iterable<ServiceReference<DispatcherStatistics>> references() {
        try {
            return context.getServiceReferences(DispatcherStatistics.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Deactivate
    void close() {
        executor.shutdownNow();
    }
}
