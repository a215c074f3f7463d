package org.asterism.console.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asterism.documents.JsonText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the cluster to all pages that are open: a picture each second, and at once when it has changed. Each picture is made once for
 * all of them, and none while nobody looks. One thread, which never waits for a page.
 */
@SuppressWarnings("FutureReturnValueIgnored") // show() catches and logs what goes wrong
public final class Pictures implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final long PERIOD_MILLIS = 1_000;
    /** Changes that come together are one picture. */
    private static final long GATHERING_MILLIS = 50;

    private static final byte[] AWAY = "event: away\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);

    private final Source source;
    private final int limit;
    private final Semaphore places;
    private final Set<PictureStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "asterism-console"));

    /** @param limit how many pages may be open at the same time */
    public Pictures(Source source, int limit) {
        this.source = source;
        this.limit = limit;
        this.places = new Semaphore(limit);
        executor.scheduleWithFixedDelay(this::show, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Something has changed. */
    public void changed() {
        if (!streams.isEmpty() && changed.compareAndSet(false, true)) {
            try {
                executor.schedule(this::show, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closing) {
                LOG.debug("The console has just been closed", closing);
            }
        }
    }

    /** False, and nothing is begun, if there are too many pages already. */
    boolean open(Opening opening) throws IOException {
        if (!places.tryAcquire()) {
            return false;
        }
        PictureStream stream;
        try {
            stream = opening.begin();
        } catch (IOException | IllegalStateException e) {
            places.release();
            throw e;
        }
        streams.add(stream);
        stream.offer(picture());
        stream.start();
        return true;
    }

    /** Makes the answer to a page one that goes on. */
    @FunctionalInterface
    interface Opening {
        PictureStream begin() throws IOException;
    }

    int limit() {
        return limit;
    }

    ScheduledExecutorService executor() {
        return executor;
    }

    void gone(PictureStream stream) {
        if (streams.remove(stream)) {
            places.release();
        }
    }

    private void show() {
        changed.set(false);
        if (streams.isEmpty()) {
            return;
        }
        try {
            byte[] picture = picture();
            streams.forEach(stream -> stream.offer(picture));
        } catch (RuntimeException e) {
            LOG.warn("The cluster cannot be shown", e); // the next second may be better
        }
    }

    private byte[] picture() {
        Optional<byte[]> bytes = source.picture()
                .map(document -> "event: picture\ndata: " + JsonText.compact(document) + "\n\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        return bytes.orElse(AWAY);
    }

    @Override
    public void close() {
        executor.shutdownNow();
        streams.forEach(PictureStream::end);
    }
}
