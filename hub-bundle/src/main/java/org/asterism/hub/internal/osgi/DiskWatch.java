package org.asterism.hub.internal.osgi;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.MessageServer;
import org.asterism.hub.internal.HubHealth;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Looks every few seconds whether the active hub can still write its log and its temporary files. */
@Component(service = HubHealth.class)
public final class DiskWatch implements HubHealth {

    private static final long PERIOD_SECONDS = 10;

    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "asterism-hub-disk"));
    private final DiskHealth disk;

    /** @param active there while this container is the active hub */
    @Activate
    public DiskWatch(BundleContext context, @Reference(target = "(!(service.imported=*))") MessageServer active) {
        disk = new DiskHealth(() -> DiskCheck.require(DiskCheck.directories(context::getProperty)));
        Future<?> unused =
                executor.scheduleWithFixedDelay(disk::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public Optional<String> problem() {
        return disk.problem();
    }

    @Deactivate
    void close() {
        executor.shutdown();
    }
}
