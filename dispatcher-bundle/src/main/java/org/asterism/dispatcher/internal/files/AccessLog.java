package org.asterism.dispatcher.internal.files;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.asterism.dispatcher.internal.AccessEntry;
import org.asterism.dispatcher.internal.AccessLogSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the access log on a thread of its own. Whoever logs never waits: if the disk cannot keep up, lines are dropped and
 * counted. {@link #add} is safe for use by all threads.
 */
public final class AccessLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final long PATIENCE_MILLIS = 2000;
    private static final long IDLE_MILLIS = 200;
    private static final long PAUSE_AFTER_ERROR_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final AccessLogSettings settings;
    private final LongAdder dropped;
    private final BlockingQueue<AccessEntry> entries;
    private final RotatingFile file;
    private final ZoneId zone = ZoneId.systemDefault();
    private final Thread writer;
    private volatile boolean closed;
    private boolean broken;
    private long brokenSince;

    /** @param dropped counts lines that were not written */
    public AccessLog(AccessLogSettings settings, LongAdder dropped) {
        this.settings = settings;
        this.dropped = dropped;
        this.entries = new ArrayBlockingQueue<>(settings.maxWaiting());
        this.file = new RotatingFile(settings.file(), settings.maxBytes(), settings.files());
        this.writer = new Thread(this::run, "asterism-access-log");
        writer.setDaemon(true);
    }

    public void start() {
        writer.start();
    }

    public void add(AccessEntry entry) {
        if (closed || !entries.offer(entry)) {
            dropped.increment();
        }
    }

    private void run() {
        try (file) {
            while (!closed || !entries.isEmpty()) {
                AccessEntry next = entries.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    write(next);
                }
            }
        } catch (InterruptedException e) {
            dropped.add(entries.size()); // it took too long to write them
        } catch (IOException e) {
            LOG.warn("the end of the access log {} may be missing", settings.file(), e);
        }
    }

    private void write(AccessEntry entry) {
        if (broken && System.nanoTime() - brokenSince < PAUSE_AFTER_ERROR_NANOS) {
            dropped.increment();
            return;
        }
        try {
            LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(entry.millis()), zone);
            file.write(settings.format().line(entry, zone), today);
            if (entries.isEmpty()) {
                file.flush();
            }
            broken = false;
        } catch (IOException e) {
            dropped.increment();
            fail(e);
        }
    }

    private void fail(IOException cause) {
        broken = true;
        brokenSince = System.nanoTime();
        LOG.warn(
                "the access log {} cannot be written; requests go on, and it is tried again in 10 s",
                settings.file(),
                cause);
        try {
            file.close();
        } catch (IOException e) {
            LOG.debug("nor closed", e);
        }
    }

    /** Writes what there is, within a bounded time. */
    @Override
    public void close() {
        closed = true;
        try {
            writer.join(PATIENCE_MILLIS);
            if (writer.isAlive()) {
                writer.interrupt();
            }
        } catch (InterruptedException e) {
            writer.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
