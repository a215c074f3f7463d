package org.asterism.drill.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How fast bytes go through a wire. */
final class Pace {

    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);
    private static final int BUFFER = 64 << 10;

    private volatile Duration delay = Duration.ZERO;
    private boolean frozen;

    synchronized void freeze(boolean wanted) {
        frozen = wanted;
        notifyAll();
    }

    void slow(Duration wanted) {
        delay = wanted;
    }

    /** Until one of them is closed. */
    void copy(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                TimeUnit.NANOSECONDS.sleep(delay.toNanos()); // the wire is slow
                awaitThaw();
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            LOG.debug("A connection has ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitThaw() throws InterruptedException {
        while (frozen) {
            wait();
        }
    }
}
