package org.asterism.hub.internal.artemis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asterism.hub.internal.TlsSettings;
import org.asterism.hub.internal.tls.StoreCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets new connections use files of TLS that were replaced. Files that cannot be used are not loaded: the former ones stay in
 * use, and one line says why. A password that changes with its store needs a restart.
 */
final class TlsReload implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TlsReload.class);
    private static final long PERIOD_MILLIS = 1000;

    private final TlsSettings tls;
    private final Runnable reload;
    private final Thread watching = new Thread(this::watch, "asterism-hub-tls");
    private final CountDownLatch closing = new CountDownLatch(1);
    private List<String> used;
    private List<String> seen;
    private volatile String problem = "";

    private TlsReload(TlsSettings tls, Runnable reload) {
        this.tls = tls;
        this.reload = reload;
        this.used = stamps();
        this.seen = used;
    }

    /** @param reload makes the acceptor read its files again */
    static TlsReload start(TlsSettings tls, Runnable reload) {
        TlsReload started = new TlsReload(tls, reload);
        started.watching.setDaemon(true);
        started.watching.start();
        return started;
    }

    /** What is wrong with the files as they are now; empty if nothing is. */
    String problem() {
        return problem;
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private void watch() {
        try {
            while (!closing.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("Interrupted", e);
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
        try {
            StoreCheck.check(tls, Instant.now());
            reload.run();
            problem = "";
            LOG.info(
                    "New connections use the certificate that is now in {}",
                    tls.keystore().file());
        } catch (RuntimeException e) {
            problem = String.valueOf(e.getMessage());
            LOG.error("The former certificate stays in use: {}", problem);
            LOG.debug("Why the certificate was not replaced", e);
        }
    }

    private List<String> stamps() {
        List<Path> files = new ArrayList<>(List.of(tls.keystore().file()));
        tls.truststore().ifPresent(store -> files.add(store.file()));
        return files.stream().map(TlsReload::stamp).toList();
    }

    private static String stamp(Path file) {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            return modified + " " + Files.size(file);
        } catch (IOException gone) {
            return "gone";
        }
    }
}
