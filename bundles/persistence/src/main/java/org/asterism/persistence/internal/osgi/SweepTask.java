package org.asterism.persistence.internal.osgi;

import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.asterism.persistence.internal.jdbc.FenceSweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the fence be swept every now and then; the database says whose turn it is. */
final class SweepTask implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SweepTask.class);

    private final FenceSweep sweep;
    private final Duration period;
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, SweepTask::thread);

    private final Future<?> sweeping;

    SweepTask(FenceSweep sweep, Duration period) {
        this.sweep = sweep;
        this.period = period;
        this.sweeping = executor.scheduleWithFixedDelay(
                this::sweep, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            OptionalInt rows = sweep.sweep(period);
            if (rows.orElse(0) > 0) {
                LOG.info("Fence: {} rows swept away that nobody has advanced for long", rows.getAsInt());
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Fence: not swept, next attempt in {} ms: {}", period.toMillis(), e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        sweeping.cancel(true);
        executor.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "asterism-fence-sweep");
        thread.setDaemon(true);
        return thread;
    }
}
