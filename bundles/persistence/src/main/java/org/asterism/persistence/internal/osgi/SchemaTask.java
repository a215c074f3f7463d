package org.asterism.persistence.internal.osgi;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.asterism.persistence.MigrationSet;
import org.asterism.persistence.internal.Backoff;
import org.asterism.persistence.internal.ChangeLog;
import org.asterism.persistence.internal.MigrationException;
import org.asterism.persistence.internal.MigrationException.Reason;
import org.asterism.persistence.internal.MigrationRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema of one migration set up to date and publishes it; tries again for as long as the set is there. */
final class SchemaTask implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaTask.class);

    private final MigrationSet set;
    private final MigrationRun run;
    private final Function<String, Runnable> publish;
    private final Backoff retry;
    private final ScheduledExecutorService executor;

    private int failures; // read and written by one attempt after the other
    private String lastFailure = "";

    private boolean closed; // guarded by this
    private Future<?> attempt; // guarded by this
    private Runnable withdraw; // guarded by this

    /** @param publish makes a schema known and returns what withdraws it */
    SchemaTask(
            MigrationSet set,
            MigrationRun run,
            Function<String, Runnable> publish,
            Backoff retry,
            ScheduledExecutorService executor) {
        this.set = set;
        this.run = run;
        this.publish = publish;
        this.retry = retry;
        this.executor = executor;
    }

    void start() {
        schedule(0);
    }

    private synchronized void schedule(long delayMillis) {
        if (!closed) {
            attempt = executor.schedule(this::attempt, delayMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void attempt() {
        try {
            ChangeLog changeLog = ChangeLogReader.read(set);
            MigrationRun.Outcome outcome = run.bringUpToDate(changeLog);
            if (isClosed()) {
                return; // what would be published belongs to what is gone
            }
            LOG.info(
                    "Schema {}: {}",
                    changeLog.schema(),
                    outcome == MigrationRun.Outcome.APPLIED ? "migrated" : "up to date");
            published(publish.apply(changeLog.schema()));
        } catch (InterruptedException e) {
            LOG.debug("Schema {}: given up, the component stops", set.schema(), e);
            Thread.currentThread().interrupt();
        } catch (MigrationException e) {
            failed(e.reason() == Reason.CHANGE_LOG, e);
        } catch (IOException | RuntimeException e) {
            failed(true, e);
        }
    }

    private void published(Runnable newWithdraw) {
        synchronized (this) {
            if (!closed) {
                withdraw = newWithdraw;
                return;
            }
        }
        newWithdraw.run();
    }

    private void failed(boolean humanMustAct, Exception cause) {
        if (isClosed()) {
            LOG.debug("Schema {}: given up, the component stops", set.schema(), cause);
            return;
        }
        failures++;
        long delay = retry.after(failures).toMillis();
        String message = String.valueOf(cause.getMessage());
        if (message.equals(lastFailure)) {
            LOG.debug("Schema {} is not up to date, attempt {}; next in {} ms", set.schema(), failures, delay, cause);
        } else if (humanMustAct) {
            LOG.error("Schema {} cannot be brought up to date; trying again in {} ms", set.schema(), delay, cause);
        } else {
            LOG.warn("Schema {} is not up to date yet: {}; trying again in {} ms", set.schema(), message, delay);
        }
        lastFailure = message;
        schedule(delay);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        Runnable toRun;
        synchronized (this) {
            closed = true;
            attempt.cancel(true);
            toRun = withdraw;
            withdraw = null;
        }
        if (toRun != null) {
            toRun.run();
        }
    }
}
