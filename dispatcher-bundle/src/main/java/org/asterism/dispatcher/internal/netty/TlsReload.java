package org.asterism.dispatcher.internal.netty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.asterism.dispatcher.internal.TlsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the stores, and again whenever they were replaced; connections that are there keep what they have. Stores that cannot be
 * used are not loaded: the former certificates stay in use, and one line says why.
 */
final class TlsReload implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TlsReload.class);
    private static final long PERIOD_MILLIS = 1000;

    private final TlsSettings settings;
    private final TlsCertificates certificates;
    private final Runnable whenLoaded;
    private final Thread watching = new Thread(this::watch, "asterism-dispatcher-tls");
    private final CountDownLatch closing = new CountDownLatch(1);
    private List<String> used = List.of();
    private List<String> seen = List.of();

    private TlsReload(TlsSettings settings, TlsCertificates certificates, Runnable whenLoaded) {
        this.settings = settings;
        this.certificates = certificates;
        this.whenLoaded = whenLoaded;
    }

    /** @param whenLoaded called once, as soon as there are certificates */
    static TlsReload start(TlsSettings settings, TlsCertificates certificates, Runnable whenLoaded) {
        TlsReload started = new TlsReload(settings, certificates, whenLoaded);
        started.watching.setDaemon(true);
        started.watching.start();
        return started;
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private void watch() {
        used = stamps();
        seen = used;
        load();
        try {
            while (!closing.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("interrupted", e);
        }
    }

    /** Loads what has changed and then stayed the same for a period: whoever writes is done. */
    private void look() {
        List<String> stamps = stamps();
        if (!stamps.equals(used) && stamps.equals(seen)) {
            used = stamps;
            load();
        }
        seen = stamps;
    }

    private void load() {
        boolean first = !certificates.isLoaded();
        try {
            LOG.info("new connections use the certificates {}", certificates.load(Instant.now()));
            if (first) {
                whenLoaded.run();
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "{}: {}",
                    first ? "there is no TLS until this is mended" : "the former certificates stay in use",
                    e.getMessage());
            LOG.debug("why they were not loaded", e);
        }
    }

    private List<String> stamps() {
        return settings.stores().stream()
                .flatMap(store -> Stream.of(store.file(), store.passwordFile()))
                .map(TlsReload::stamp)
                .toList();
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException gone) {
            return "gone";
        }
    }
}
